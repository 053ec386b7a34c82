import type { corrections as sv } from '../sv/corrections.ts'

export const corrections: typeof sv = {
  title: 'Corrections',
  article: {
    origins: {
      person: 'Somebody has said so',
      flag: 'The words were flagged so',
      finding: 'A finding that was accepted says so',
      term: 'A term of the house was put in',
      moved: 'A whole paragraph was moved',
      layout: 'Only line or paragraph breaks differ',
      'number-format': 'The same number, written otherwise',
      joined: 'The same letters, written together or apart',
      spacing: 'Only spaces differ',
      punctuation: 'Only punctuation differs',
      case: 'Only capitals and small letters differ',
      number: 'A number was changed',
      'function-word': 'A function word was put in, taken out or exchanged',
      deletion: 'Words were taken out',
      insertion: 'Words were put in',
      order: 'The same words in another order',
      grammar: 'The same words in another form',
      spelling: 'One or two letters differ',
      untranslated: 'The words replaced are not Swedish',
      name: 'One name was exchanged for another',
      wording: 'The wording was changed, and no closer rule applies',
    },
  },
}
