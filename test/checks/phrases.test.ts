import { writeExample } from '../../src/checks/notation.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { phrasesOf } from '../../src/checks/phrases/list.ts'
import { phraseRows } from '../../src/checks/phrases/rows.ts'
import { readText } from '../../src/checks/reading.ts'

const fields = (file: string): string[][] =>
  file
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.split('\t').map(field => field.trim()))

/** A text with what the rows find in it, in the notation of examples. */
const marked = (rows: string, text: string): string => {
  const phrases = phrasesOf(() => phraseRows(fields(rows), 'rows'))
  return writeExample(text, phrases.find(readText(text, loadLexicon())))
}

describe('what a pattern matches', () => {
  test.each([
    ['i slutändan av dagen → till sist', 'Men [i slutändan av dagen→till sist] vann de.'],
    ['i slutändan av dagen → till sist', '[I slutändan av dagen→Till sist] vann de.'],
    [
      'Lord Mayor → överborgmästare',
      'En lord mayor, och [Lord Mayor→överborgmästare] Schmidt. [Lord Mayor→Överborgmästare].',
    ],
    [
      'interiörminister~ → inrikesminister~',
      '[Interiörministerns→Inrikesministerns] och flera [interiörministrar→inrikesministrar]',
    ],
    [
      'flytta~ ut → rycka~ ut',
      'Polisen [flyttade ut→ryckte ut], [flyttar ut→rycker ut] och ska [flytta ut→rycka ut], har [flyttat ut→ryckt ut].',
    ],
    ['(-)anbud~ → (-)efterlysning~', 'tre [anbud→efterlysningar] och [SIS-anbuden→SIS-efterlysningarna]'],
    ['-anbud~ → -efterlysning~', 'tre anbud och [polisanbuden→polisefterlysningarna]'],
    ['lord- → över-', 'en [lordborgmästare→överborgmästare] och en lord'],
    [
      '(det) mörk~ fält~.definite → mörkertal~2',
      'Bara [det mörka fältet→mörkertalet] och [mörka fältets→mörkertalets] storlek, inte ett mörkt fält.',
    ],
    [
      'berätta~.verb [mig|dig|oss alla] → berätta~ för [mig|dig|oss alla]',
      'Han [berättade mig→berättade för mig] och [berättar oss alla→berättar för oss alla].',
    ],
    ['[stor|större] möjlighet~ → [god|bättre] möjlighet~', 'En [större möjlighet→bättre möjlighet].'],
    [
      'komma~ till en [adj] slutsats → dra~ en [adj] slutsats',
      'De [kom till en annan slutsats→drog en annan slutsats].',
    ],
    ['ta~.verb … i hänsyn → ta~ hänsyn till …', 'Man [tar alla dessa skäl i hänsyn→tar hänsyn till alla dessa skäl].'],
    ['vill [verb.infinitive] → kommer att [verb.infinitive]', 'Det [vill bli→kommer att bli] regn.'],
    ['vilja~ [verb.infinitive] → [verb.present]', 'Det [vill regna→regnar].'],
    ['helt enkelt → -', 'Det är[ helt enkelt→] bra.'],
    ['polisperson~ →', 'Två [polispersoner] kom.'],
  ])('%s', (row, example) => {
    expect(marked(row, example.replaceAll(/\[([^\]→]*)(→[^\]]*)?\]/g, '$1'))).toBe(example)
  })
})

test('what stands before a noun follows the gender of its fix', () => {
  const row = '(-)anbud~ → (-)efterlysning~'
  expect(marked(row, 'Med ett nytt anbud kom det stora anbudet.')).toBe(
    'Med [ett nytt anbud→en ny efterlysning] kom [det stora anbudet→den stora efterlysningen].',
  )
  expect(marked(row, 'Två nya anbud.')).toBe('Två nya [anbud→efterlysningar].')
})

describe('contexts', () => {
  test.each([
    ['near: polis~', 'Polisen flyttade ut. De flyttade ut.', 1],
    ['around: polis~', 'Polisen kom. De flyttade ut.', 1],
    ['around: polis~', 'Polisen kom. Så var det. De flyttade ut.', 0],
    ['text: polis~, brandkår~', 'Brandkåren kom. Så var det. De flyttade ut.', 1],
    ['not text: lägenhet~', 'Brandkåren kom. Så var det. De flyttade ut.', 1],
    ['not text: lägenhet~', 'Lägenheten var kall. Så var det. De flyttade ut.', 0],
    ['near: [number] gånger', 'De flyttade ut 30 gånger.', 1],
    ['after: ur, från', 'De flyttade ut ur huset.', 1],
    ['not after: ur, från', 'De flyttade ut ur huset.', 0],
    ['before: START', 'Flytta ut! Vi ska flytta ut.', 1],
    ['not before: vi ska', 'Flytta ut! Vi ska flytta ut.', 1],
    ['case: lower', 'De Flytta Ut.', 0],
    ['case: capital', 'De Flytta Ut. De flyttar ut. Flytta ut.', 1],
  ])('%s: %s', (context, text, times) => {
    expect(marked(`flytta~ ut → rycka~ ut\t${context}`, text).split('→').length - 1).toBe(times)
  })

  test('lists are named once', () => {
    const rows = '@ set helpers: polis~, brandkår~\nflytta~ ut → rycka~ ut\tnear: $helpers, LKA'
    expect(marked(rows, 'Brandkåren flyttade ut.')).toBe('Brandkåren [flyttade ut→ryckte ut].')
  })

  test('what a section says holds until the next', () => {
    const rows = '@ near: polis~\nflytta~ ut → rycka~ ut\n@ \nfå~.verb upp → öppna~'
    expect(marked(rows, 'De flyttar ut. De får upp.')).toBe('De flyttar ut. De [får upp→öppnar].')
  })
})

test.each([
  ['a → b → c', 'one arrow'],
  ['[a → b', 'not closed'],
  ['… a → b', 'before its first gap'],
  ['a → b\tnära: c', 'no property'],
  ['a → b\tnear: $nobody', 'no list'],
  ['a → b\tcategory: wrong', 'no category'],
  ['a~.dative → b', 'no tag'],
  ['a → b\tnote: bara svenska', 'in Swedish and English'],
])('%s is refused with the row in the sentence', (row, sentence) => {
  expect(() => marked(row, 'text')).toThrow(sentence)
  expect(() => marked(row, 'text')).toThrow(row.split('\t')[0])
})
