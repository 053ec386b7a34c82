import type { Check, Found, Said } from './check.ts'
import { adjectiveStands, neuter, plural, stands, standsBeside, utrum, type Cells } from './grammar/cells.ts'
import { after, before, isFinite, isFirst } from './grammar/context.ts'
import { determiners, isA } from './grammar/function-words.ts'
import { adjectiveBeside } from './grammar/inflect.ts'
import { subjectAfter, subjectBefore } from './grammar/subject.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const agreementPredicative: Check = {
  id: 'agreement-predicative',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Predikativet stämmer inte med subjektet', en: 'The predicative does not agree with its subject' },
  why: {
    sv: 'Efter är, var, blir och liknande rättar sig adjektivet efter subjektet: huset är stort, bilen är stor, bilarna är stora; det är viktigt att … (Svenska Akademiens grammatik).',
    en: 'After är, var, blir and the like the adjective follows the subject: huset är stort, bilen är stor, bilarna är stora; det är viktigt att … (Svenska Akademiens grammatik).',
  },
  examples: [
    'Huset är [stor→stort] och ligger vid havet.',
    'Medlemmarna är [nöjd→nöjda] med beslutet.',
    'Det är [viktig→viktigt] att alla kommer.',
    'Beslutet gör det [möjlig→möjligt] att bygga.',
    'Polisen fann ingenting [misstänksam→misstänksamt] på platsen.',
    'Eftersom vägen är [stängt→stängd], leds trafiken om.',
    'De är mycket [glad→glada].',
    'Efter branden är huset [förstörd→förstört].',
    'Kommunens beslut är [olaglig→olagligt|olagliga], och projektet är [hotad→hotat].',
    'Förslaget har blivit [antagen→antaget].',
    'Det är medlemmarna [själv→själva] som bestämmer.',
    'Du kan hantera filerna själv. Du är ute och han är borta.',
    'Polisen är nöjda med insatsen. Laget var oense.',
    'Priserna på bilen är höga. Frågan om huset är svår.',
    'Det är viktig information. Polisen är snabbt på plats. Ärter är gott.',
    'Bilen och huset är dyra. Mannen själv var glad. Vittnet är säker på sin sak.',
    'Husen är sålda, bilen är såld och huset är sålt. Nu är allt klart.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found =
        token.lower === 'själv'
          ? themselves(reading, token)
          : /^(?:det|inget|ingenting|någonting)$/u.test(token.lower)
            ? itMakes(reading, token)
            : isA('copula', token.lower)
              ? findAt(reading, token)
              : null
      if (found !== null) yield found
    }
  },
}

function findAt(reading: Reading, copula: Token): Found | null {
  const subject = subjectBefore(reading, copula)
  if (subject !== null) return judged(reading, subject, predicative(reading, copula.index + 1), false)
  const inverted = subjectAfter(reading, copula)
  return inverted === null ? null : judged(reading, inverted, predicative(reading, inverted.last + 1), true)
}

/** The adjective that follows from a token on, adverbs before it passed over. */
function predicative(reading: Reading, at: number): Token | null {
  for (let i = at; i < at + 4; i++) {
    const token = reading.tokens[i]
    if (token?.kind !== 'word' || token.sentence !== reading.tokens[at - 1]?.sentence) return null
    const next = after(reading, token)
    const goesOn = next?.kind === 'word' && adjectiveStands(reading.word(next).analyses) !== 0
    if ((isA('degree', token.lower) || isA('middle', token.lower)) && (goesOn || isA('degree', next?.lower))) continue
    return isAdjective(reading, token) ? token : null
  }
  return null
}

const isAdjective = (reading: Reading, token: Token): boolean => {
  const { analyses, common, compound } = reading.word(token)
  return (
    (common || (compound?.parts.at(-1)?.length ?? 0) > 4) &&
    adjectiveStands(analyses) !== 0 &&
    /^\p{Ll}/u.test(token.text) &&
    !isA('place', token.lower) &&
    !determiners.has(token.lower) &&
    analyses.every(({ tags }) => has(tags, tag.adjective) || (tags & (tag.name | tag.imperative | tag.supine)) !== 0)
  )
}

/** What takes an object, or says something else than how the subject is. */
const apart = /^(?:värd|skyldig|lik|olik|van|full|fler|flera|många|få|egen|annan|sådan|själv|mycken)$/u

function judged(
  reading: Reading,
  subject: { readonly cells: Cells; readonly said: string; readonly indefinite: boolean; readonly person: boolean },
  adjective: Token | null,
  inverted: boolean,
): Found | null {
  if (adjective === null || apart.test(adjective.lower)) return null
  const { analyses } = reading.word(adjective)
  const forms = adjectiveStands(analyses)
  const { cells } = subject
  const wanted = [utrum, neuter, plural].filter(column => (cells & column) !== 0)
  if (wanted.some(column => (forms & standsBeside(column & 7, false)) !== 0)) return null
  const [column, ...others] = wanted
  // `kommunens beslut är olaglig`: whether one or several, it is not that
  if (column === undefined || (others.length > 0 && (column === utrum || forms !== stands.utrum))) return null
  const end = endsClause(reading, adjective)
  if (end === 'no' || (inverted && end !== 'sign')) return null
  // `är snabbt på plats`, `ärter är gott`
  if (forms === stands.neuter && (end !== 'sign' || subject.indefinite)) return null
  // `polisen är nöjda`
  if ((forms & stands.plural) !== 0 && !subject.person) return null
  if (forms === stands.utrum && column === neuter && isPersonal(subject.said)) return null
  const fix = adjectiveBeside(reading, adjective, column & 7, false)
  if (fix === undefined || fix === adjective.text) return null
  const more = others
    .map(each => adjectiveBeside(reading, adjective, each & 7, false))
    .filter(form => form !== undefined)
  const second = joined(reading, adjective, forms)
  const other = second === null ? undefined : adjectiveBeside(reading, second.adjective, column & 7, false)
  const message = said(adjective, subject.said, fix)
  return second === null || other === undefined
    ? { from: adjective.from, to: adjective.to, fixes: [fix, ...more], message }
    : { from: adjective.from, to: second.adjective.to, fixes: [`${fix} ${second.by} ${other}`], message }
}

/** `säker och effektiv`: another in the same form */
function joined(reading: Reading, first: Token, forms: number): { readonly adjective: Token; readonly by: string } | null {
  const by = after(reading, first)
  const adjective = by === undefined ? undefined : after(reading, by)
  if (adjective === undefined || !/^(?:och|eller)$/u.test(by?.lower ?? '') || !isAdjective(reading, adjective)) return null
  const same = adjectiveStands(reading.word(adjective).analyses) === forms && endsClause(reading, adjective) !== 'no'
  return same ? { adjective, by: by?.text ?? '' } : null
} // prettier-ignore

/** Neuters that are persons, by whose sex the adjective may go: `statsrådet är nöjd`. */
const isPersonal = (lower: string): boolean =>
  /(?:rådet|vittnet|barnet|offret|ombudet|budet|befälet|biträdet|geniet|helgonet|proffset|spöket|monstret|trollet|syskonet|föräldraparet|paret|folket|fruntimret|kräket|fanskapet|bihanget|djuret|stoet)$/u.test(
    lower,
  )

/** Does a clause end after a word, or go on with what is no part of the phrase? */
function endsClause(reading: Reading, token: Token): 'sign' | 'word' | 'no' {
  const next = after(reading, token)
  if (next === undefined) return 'sign'
  if (next.kind === 'sign') return /^[.,;:!?)»”"…]$/u.test(next.text) ? 'sign' : 'no'
  const { lower } = next
  if (isA('preposition', lower) && !/^(?:per|hela|nära)$/u.test(lower)) return 'word'
  if (/^(?:och|men|eller|att|som|än|när|eftersom|medan|därför|nog)$/u.test(lower)) return 'word'
  return 'no'
}

const said = (adjective: Token, subject: string, fix: string): Said => ({
  sv: `”${adjective.lower}” stämmer inte med ”${subject}”: skriv ”${fix}”.`,
  en: `“${adjective.lower}” does not agree with “${subject}”: write “${fix}”.`,
})

/** `gör det möjlig att`, `ingenting konkret`: what these stand for is neuter. */
function itMakes(reading: Reading, token: Token): Found | null {
  const adjective = after(reading, token)
  if (adjective?.kind !== 'word' || !isAdjective(reading, adjective) || apart.test(adjective.lower)) return null
  if (adjectiveStands(reading.word(adjective).analyses) !== stands.utrum) return null
  const follows =
    token.lower === 'det' ? after(reading, adjective)?.lower === 'att' : endsClause(reading, adjective) !== 'no'
  if (!follows) return null
  const fix = adjectiveBeside(reading, adjective, neuter & 7, false)
  return fix === undefined
    ? null
    : { from: adjective.from, to: adjective.to, fixes: [fix], message: said(adjective, token.lower, fix) }
}

/** `medlemmarna själv som …`; but `hantera filerna själv` says who does it */
function themselves(reading: Reading, token: Token): Found | null {
  const subject = before(reading, token)
  const next = after(reading, token)
  if (subject?.kind !== 'word' || !(next?.lower === 'som' || (isFinite(reading, next) && isFirst(reading, subject))))
    return null
  const { analyses } = reading.word(subject)
  const many = analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.noun | tag.plural | tag.definite))
  if (!many && !/^(?:de|vi)$/u.test(subject.lower)) return null
  return {
    from: token.from,
    to: token.to,
    fixes: ['själva'],
    message: {
      sv: `”själv” rättar sig efter ”${subject.lower}”, som står i pluralis: själva.`,
      en: `“själv” follows “${subject.lower}”, which is a plural: själva.`,
    },
  }
}
