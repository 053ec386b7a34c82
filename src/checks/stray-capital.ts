/** `ndr Informerade`, `en Undersökning`, `Säkerhet I Fokus`: capitals within a sentence that no name asks for. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { startsWithCapital, uncapitalised } from './words/capital.ts'

const capitalised = /^\p{Lu}\p{Ll}+$/u

/** After these a noun or adjective is one of many, and no name. After `den` it may be an institution's: `den Internationella domstolen`. */
const before = new Set('en ett flera många några varje vissa'.split(' '))

interface Kind {
  readonly tags: number
  /** of every reading */
  readonly all: number
  /** a finite verb; many past tenses are participles too: `informerade` */
  readonly finite: boolean
}

function kindOf(reading: Reading, token: Token): Kind {
  const { analyses } = reading.word(token)
  return {
    tags: analyses.reduce((sum, { tags }) => sum | tags, 0),
    all: analyses.reduce((common, { tags }) => common & tags, analyses.length > 0 ? -1 : 0),
    finite:
      analyses.every(({ tags }) => has(tags, tag.verb) || has(tags, tag.participle)) &&
      analyses.some(
        ({ tags }) => has(tags, tag.verb) && !has(tags, tag.passive) && (tags & (tag.past | tag.present)) !== 0,
      ),
  }
}

/** A word that everybody knows, that is no name in any language. */
function isOrdinary(reading: Reading, token: Token): boolean {
  const word = reading.word(token)
  const swedish = word.zipf('sv')
  const foreign = (['en', 'de'] as const).some(language => word.in(language) && word.zipf(language) > swedish - 1.5)
  return word.common && !word.name && swedish >= 3 && !foreign && token.lower.length > 3
}

const agrees = (article: string, tags: number): boolean =>
  has(tags, tag.indefinite) &&
  (article === 'en' || article === 'varje'
    ? has(tags, tag.singular)
    : article === 'ett'
      ? has(tags, tag.singular | tag.neuter)
      : has(tags, tag.plural))

/** The word is capitalised as often as a name would be. */
function isNameHere({ tokens }: Reading, token: Token, times: ReadonlyMap<string, number>): boolean {
  const near = [tokens[token.index - 1], tokens[token.index + 1]]
  return (
    (times.get(token.lower) ?? 0) > 1 ||
    near.some(one => one?.kind === 'word' && !one.opens && startsWithCapital(one.text) && !isInitials(one))
  )
}

const isInitials = ({ text }: Token): boolean => text.length > 1 && text === text.toUpperCase()

/** A heading in capitals that runs on into the text. */
const isShouted = (token: Token): boolean => isInitials(token) && token.text.length > 5

function isStray(reading: Reading, token: Token): boolean {
  const [previous, earlier, next] = [-1, -2, 1].map(step => reading.tokens[token.index + step])
  if (previous === undefined || previous.kind === 'number') return false
  const { tags, all, finite } = kindOf(reading, token)
  if (finite) {
    const participle =
      has(tags, tag.participle) && next !== undefined && (kindOf(reading, next).tags & (tag.noun | tag.adjective)) !== 0
    return (
      previous.kind === 'word' &&
      !isShouted(previous) &&
      next?.kind === 'word' &&
      next.text === next.lower &&
      !participle
    )
  }
  if (has(tags, tag.adjective) && before.has(previous.lower))
    return next?.kind === 'word' && next.text === next.lower && has(kindOf(reading, next).tags, tag.noun)
  if (!has(all, tag.noun)) return false
  const article = before.has(previous.lower) ? previous : earlier
  const adjective =
    article === previous || (previous.text === previous.lower && has(kindOf(reading, previous).tags, tag.adjective))
  return article !== undefined && before.has(article.lower) && adjective && agrees(article.lower, tags)
}

/** In a heading after the English fashion small words that are never capitalised have capitals: `Säkerhet I Fokus`. */
function inTitleCase(reading: Reading, words: readonly Token[]): boolean {
  const big = words.filter(({ text }) => startsWithCapital(text))
  const small = big
    .slice(1)
    .filter(word => has(kindOf(reading, word).all, tag.other) && reading.word(word).zipf('sv') > 5)
  return words.length >= 3 && big.length >= words.length - 1 && small.length > 0
}

export const strayCapital: Check = {
  id: 'stray-capital',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Stor bokstav mitt i meningen', en: 'Capital within a sentence' },
  why: {
    sv: 'Vanliga ord skrivs med liten bokstav inne i meningen och i rubriker; tyskan har stor bokstav i alla substantiv, engelskan i rubrikers ord (Svenska skrivregler, kapitlet om stor och liten bokstav).',
    en: 'Ordinary words have a small letter within a sentence and in headings; German capitalises all nouns, English the words of headings (Svenska skrivregler).',
  },
  examples: [
    'Medan NDR [Informerade→informerade] om en [Undersökning→undersökning], kom flera [Myndigheter→myndigheter].',
    'Där pågår flera [Internationella→internationella] möten i Förenade kungariket.',
    'Säkerhet [I→i] [Fokus→fokus] [För→för] [Regeringen→regeringen]',
    'Han läser Dagens Nyheter, Svenska Dagbladet och Göteborgs-Posten, och hör på Polisen.',
    'Enligt Livsmedelsverket, Mats Berg och de Gröna är Stilla havet varmt.',
    'Du får ett brev från Skatteverket när Ni har betalat.',
    'Kungliga Tekniska Högskolan',
    'Tre böcker: Sagan om ringen, Och solen har sin gång.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens, paragraphs, sentences } = reading
    const times = new Map<string, number>()
    for (const token of tokens)
      if (!token.opens && capitalised.test(token.text)) times.set(token.lower, (times.get(token.lower) ?? 0) + 1)
    const titles = new Set<number>()
    for (const { index, first, end, paragraph } of sentences) {
      const whole = paragraphs[paragraph]?.heading === true && end - first <= 24
      if (
        whole &&
        inTitleCase(
          reading,
          tokens.slice(first, end).filter(({ kind }) => kind === 'word'),
        )
      )
        titles.add(index)
    }
    for (const token of tokens) {
      if (token.opens || token.kind !== 'word' || !startsWithCapital(token.text)) continue
      const { common, name } = reading.word(token)
      const title = titles.has(token.sentence) && common && !name && !isInitials(token)
      const stray =
        title ||
        (capitalised.test(token.text) &&
          isOrdinary(reading, token) &&
          !isNameHere(reading, token, times) &&
          isStray(reading, token))
      if (stray)
        yield {
          from: token.from,
          to: token.to,
          fixes: [uncapitalised(token.text)],
          message: {
            sv: `”${token.text}” är inget namn här och skrivs med liten bokstav.`,
            en: `“${token.text}” is no name here and has a small letter.`,
          },
        }
    }
  },
}
