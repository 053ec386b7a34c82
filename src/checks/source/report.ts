/** What the ledger says, as a check's findings: where in the Swedish text, in which words, with which fix. */
import type { Span } from '../../text/span.ts'
import type { Found } from '../check.ts'
import type { Reading } from '../reading.ts'
import { capitalised, startsWithCapital } from '../words/capital.ts'
import { comparisonOf, type Comparison } from './comparison.ts'
import { kindOf, type Difference } from './ledger.ts'
import type { Mention, MentionKind } from './mention.ts'
import { otherScale, unitName, writeFact, writeNumber } from './write.ts'

export const quote = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line
}

/** A currency before its figure: `$`, `USD `. */
const currencyBefore = /(?:[$€£¥]|\p{Lu}{3}) ?$/u

/** A fact as its text says it, with its unit. */
function wordsOf(text: string, { kind, from, to, unitAt }: Mention): string {
  const before =
    kind === 'currency' && unitAt === null ? currencyBefore.exec(text.slice(Math.max(0, from - 4), from)) : null
  return quote(text.slice(from - (before?.[0].length ?? 0), unitAt && unitAt.from >= to ? unitAt.to : to))
}

/** How far a value is off by a thousand or a million: where two words for powers of ten were taken for each other. */
export function scaleError(difference: Difference): number | null {
  const { how, source, target } = difference
  if (how !== 'changed' || !source.value || !target.value || (source.scaleAt === null && target.scaleAt === null))
    return null
  const ratio = Math.log10(target.value / source.value)
  return Math.abs(ratio - Math.round(ratio)) < 1e-9 && Math.round(ratio) % 3 === 0 ? ratio : null
}

type Changed = Extract<Difference, { how: 'changed' }>

function changed({ source, target }: Changed, comparison: Comparison, text: string): Found {
  const [said, as] = [wordsOf(comparison.source, source), text.slice(target.from, target.to)]
  const original = comparison.source.slice(source.from, source.to)
  const written = writeFact(source, original, target, as, text)
  const fix = written !== null && startsWithCapital(as) && target.kind !== 'date' ? capitalised(written) : written
  const message = {
    sv: `Källan har ”${said}”, översättningen ”${wordsOf(text, target)}”.`,
    en: `The source has “${said}”, the translation “${wordsOf(text, target)}”.`,
  }
  return { from: target.from, to: target.to, fixes: fix === null || fix === as ? [] : [fix], message, confidence: 0.88 }
}

/** A power of ten for another: only its word is wrong. */
function scale({ source, target }: Changed, comparison: Comparison, text: string): Found {
  const whole = changed({ how: 'changed', source, target, bead: 0 }, comparison, text)
  const { scaleAt, value } = target
  if (scaleAt === null || value === null || source.value === null) return whole
  const written = text
    .slice(target.from, scaleAt.from)
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
  const word = otherScale(text.slice(scaleAt.from, scaleAt.to), Math.round(source.value / Number(written)))
  return word === null ? whole : { ...whole, ...scaleAt, fixes: [word], confidence: 0.95 }
}

function unit({ source, target }: Difference, comparison: Comparison, text: string): Found | null {
  if (!source || !target) return null
  const at = target.unitAt ?? target
  const [only, second] = source.units
  const name = only && !second && target.unitAt && target.value !== 1 ? unitName(only.id) : undefined
  const [said, as] = [wordsOf(comparison.source, source), wordsOf(text, target)]
  return {
    from: at.from,
    to: at.to,
    fixes: name === undefined ? [] : [name],
    message: {
      sv: `Källan har ”${said}”, översättningen ”${as}”.`,
      en: `The source has “${said}”, the translation “${as}”.`,
    },
    confidence: 0.85,
  }
}

function format({ source, target }: Difference, comparison: Comparison, text: string): Found | null {
  if (!source || !target || source.value === null) return null
  const to = target.scaleAt ? target.from + text.slice(target.from, target.scaleAt.from).trimEnd().length : target.to
  const as = text.slice(target.from, to)
  const factor = target.scaleAt && source.scaleAt ? source.value / Number(plain(source, comparison)) : 1
  const fix = writeNumber(source.value / (Number.isFinite(factor) && factor >= 1 ? factor : 1), text, /[.,\s]/.test(as))
  const said = wordsOf(comparison.source, source)
  return {
    from: target.from,
    to,
    fixes: fix === as ? [] : [fix],
    message: {
      sv: `Källans ”${said}” skrivs ${fix} på svenska; ”${as}” läses som ett annat tal eller inte alls.`,
      en: `The source’s “${said}” is written ${fix} in Swedish; “${as}” reads as another number, or as none.`,
    },
    confidence: 0.9,
  }
}

/** The figures before a scale, as a number. */
const plain = (one: Mention, { source, language }: Comparison): string => {
  const written = source.slice(one.from, one.scaleAt?.from ?? one.to).replace(/[^0-9.,]/g, '')
  return language === 'en' ? written.replaceAll(',', '') : written.replaceAll('.', '').replace(',', '.')
}

function bare({ source, target }: Difference, comparison: Comparison, text: string): Found | null {
  if (!source || !target) return null
  const as = text.slice(target.from, target.to)
  const said = wordsOf(comparison.source, source)
  return {
    from: target.from,
    to: target.to,
    fixes: [`${as} ${text.slice(Math.max(0, target.from - 2_000), target.to + 2_000).includes('%') ? '%' : 'procent'}`],
    message: {
      sv: `Källan har ”${said}”; procenten saknas.`,
      en: `The source has “${said}”: the percentage is missing.`,
    },
    confidence: 0.75,
  }
}

function added({ target }: Difference, _comparison: Comparison, text: string): Found | null {
  if (!target) return null
  const as = wordsOf(text, target)
  return {
    from: target.from,
    to: target.to,
    fixes: [],
    category: 'accuracy/addition',
    message: { sv: `”${as}” finns inte i källan.`, en: `“${as}” is not in the source.` },
    confidence: 0.78,
  }
}

/** The last word of what stands beside a bead of the source, or before it. */
export function lastWordBy(comparison: Comparison, bead: number, reading: Reading): Span | null {
  const at = comparison.beads[bead]
  if (!at) return null
  const sentence = comparison.b[at.toB > at.fromB ? at.toB - 1 : at.fromB - 1]
  const [from, to] = sentence ? [sentence.from, sentence.to] : [comparison.b[0]?.from ?? 0, comparison.b[0]?.to ?? 0]
  const words = reading.text.slice(from, to).matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}:’'-]{0,48}[\p{L}\p{M}\p{N}])?/gu)
  const list = Array.from(words)
  const word = sentence ? list.at(-1) : list[0]
  return word ? { from: from + word.index, to: from + word.index + word[0].length } : null
}

/** One finding for all that a sentence lacks: they would stand on the same word. */
function missing(all: readonly Difference[], comparison: Comparison, reading: Reading): Found | null {
  const [first] = all
  const at = first && lastWordBy(comparison, first.bead, reading)
  if (!at) return null
  const list = all.flatMap(({ source }) => (source ? [`”${wordsOf(comparison.source, source)}”`] : [])).join(', ')
  return {
    ...at,
    fixes: [],
    category: 'accuracy/omission',
    message: { sv: `Källans ${list} saknas här.`, en: `The source’s ${list.replaceAll('”', '"')} is missing here.` },
    confidence: 0.72,
  }
}

function foundOf(difference: Difference, comparison: Comparison, text: string): Found | null {
  if (difference.how === 'changed')
    return scaleError(difference) === null ? changed(difference, comparison, text) : scale(difference, comparison, text)
  const makers = { unit, format, bare, added, missing: () => null }
  return makers[difference.how](difference, comparison, text)
}

/** The findings on differences of one kind, in the order of the text. */
export function reportOf(reading: Reading, wanted: (difference: Difference) => boolean): Found[] {
  const comparison = comparisonOf(reading)
  if (!comparison) return []
  const all = comparison.differences
  const lacking = Map.groupBy(
    all.filter(({ how }) => how === 'missing'),
    ({ bead }) => bead,
  )
  const found = all.filter(wanted).map(difference => {
    if (difference.how !== 'missing') return foundOf(difference, comparison, reading.text)
    const together = lacking.get(difference.bead) ?? []
    return together[0] === difference ? missing(together, comparison, reading) : null
  })
  return found.filter(one => one !== null).sort((a, b) => a.from - b.from)
}

/** Differences of a kind that no other check takes. */
export const ofKind =
  (kind: MentionKind) =>
  (difference: Difference): boolean =>
    difference.how !== 'format' && scaleError(difference) === null && kindOf(difference) === kind

/** Longer spans say no more. */
const longestSpan = 40

/** The first whole words of a sentence. */
export function firstWords(text: string, { from, to }: Span): Span {
  const cut = text.slice(from, Math.min(to, from + longestSpan))
  const end = to - from <= longestSpan ? cut.length : cut.lastIndexOf(' ')
  return { from, to: from + (end > 0 ? cut.slice(0, end).trimEnd().length : cut.length) }
}
