/** A sentence that begins with a small letter. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Paragraph, Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { acronyms } from './words/acronyms.ts'
import { capitalised } from './words/capital.ts'

/** Particles of names: `von der Leyen`. Written small where some newspapers begin a sentence with them. */
const particles = new Set('von van de der den da di du la le al el ter ten af zu zur'.split(' '))
/** Abbreviations that end in a full stop and look like words. */
const abbreviations = new Set(
  'forts kand tekn milj mån jur fil med adj bitr red förf inst avd prof kap sing plur möjl eng tysk lat grek övers uppl'.split(
    ' ',
  ),
)

const small = /^\p{Ll}[\p{Ll}\p{M}]*$/u
const ends = /[.!?…]["'”’»)\]]*\s*$/

/** Is the token a word in small letters that a sentence may not begin with? */
function isSmall(reading: Reading, token: Token): boolean {
  const first = token.text.split(/[-:’']/)[0] ?? ''
  return (
    token.kind === 'word' &&
    small.test(first) &&
    first.length > 1 &&
    reading.tokens[token.index + 1]?.text !== '.' &&
    !particles.has(first) &&
    !acronyms.has(first) &&
    !isVerbatim(reading, token.from)
  )
}

/** A paragraph of prose: not an item of a list, nor the second line of a sentence that was broken. */
function beginsAnew({ text, paragraphs }: Reading, paragraph: Paragraph): boolean {
  const line = text.slice(paragraph.from, paragraph.to)
  if (line.length < 40 || paragraph.heading || /^\s|=/.test(line)) return false
  let before = paragraph.index - 1
  while (before >= 0 && text.slice(paragraphs[before]?.from, paragraphs[before]?.to).trim() === '') before--
  const last = paragraphs[before]
  if (last === undefined) return true
  const above = text.slice(last.from, last.to)
  if (/^\p{Ll}/u.test(above) || /(?:\.\.|…)\s*$/.test(above.slice(-20))) return false
  return (
    ends.test(above.slice(-20)) ||
    (last.heading && above.length <= 50 && /^\p{Lu}/u.test(above) && !/[,;:–-]\s*$/.test(above))
  )
}

/** Does the full stop before the token end a sentence? What is cut into sentences takes a small letter for a sign that it does not. */
function endsSentence(reading: Reading, stop: Token): boolean {
  const [before, after] = [reading.tokens[stop.index - 1], reading.tokens[stop.index + 1]]
  if (before?.kind !== 'word' || stop.spaced || after === undefined || !after.spaced) return false
  if (before.lower.length < 4 || abbreviations.has(before.lower)) return false
  const { common, analyses, compound } = reading.word(before)
  const known = common || compound !== null
  return known && !isVerbatim(reading, before.from) && !analyses.every(({ tags }) => has(tags, tag.other))
}

export const sentenceCapital: Check = {
  id: 'sentence-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Mening med liten begynnelsebokstav', en: 'Sentence beginning with a small letter' },
  why: {
    sv: 'En mening inleds med stor bokstav (Svenska skrivregler, kapitlet om stor och liten bokstav). Står den mitt i en mening är punkten fel.',
    en: 'A sentence begins with a capital (Svenska skrivregler). Where it stands within a sentence, the full stop is wrong.',
  },
  examples: [
    'Polisen fick hjälp.\n[inte→Inte] bara på internationell nivå händer mycket inom säkerhetsområdet.',
    'Han greps i måndags. [nu→Nu] sitter han i häkte.',
    'Det kostar t.ex. mycket enligt prof. emeritus och fil. kand. eriksson.',
    'Detta gäller:\nalla som har anmält sig till kursen före den första juni.\nalla som har betalat avgiften för kursen före midsommar.',
    'Vi bodde i ett litet hus i utkanten av staden,\noch där bodde också våra föräldrar under många år.',
    'Hon arbetade på tidningen.\niPhone är en telefon som säljs i hela världen av Apple.',
    '”Kom hit.” sade han, och ”varför då?” frågade hon.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens, sentences, paragraphs } = reading
    let opened = -1
    for (const token of tokens) {
      const paragraph = paragraphs[sentences[token.sentence]?.paragraph ?? -1]
      if (paragraph === undefined) continue
      const begins = paragraph.index !== opened
      opened = paragraph.index
      const before = tokens[token.index - 1]
      if ((!begins && before?.text !== '.') || !isSmall(reading, token)) continue
      if (
        begins
          ? !beginsAnew(reading, paragraph)
          : before === undefined || !reading.word(token).common || !endsSentence(reading, before)
      )
        continue
      yield {
        from: token.from,
        to: token.to,
        fixes: [capitalised(token.text)],
        message: {
          sv: `Här börjar en mening, men ”${token.text}” står med liten bokstav.`,
          en: `A sentence begins here, but “${token.text}” has a small letter.`,
        },
      }
    }
  },
}
