/** Runs checks over a text: what they find is merged, ranked, and given in the order of the text. */
import type { Check, Finding, Said } from './check.ts'
import { checks as all } from './index.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { memory } from './memory.ts'
import { readText, type Against, type Reading } from './reading.ts'

export interface RunOptions extends Against {
  /** those to run; all where not given */
  readonly checks?: readonly Check[]
}

/** The findings of a text. Those that overlap are one: the surest of them. */
export function runChecks(
  text: string,
  lexicon: Lexicon,
  { checks = all, ...against }: RunOptions = {},
): readonly Finding[] {
  const reading = readText(text, lexicon, against)
  return rank(checks.flatMap(check => findingsOf(check, reading)))
}

/** What is said of a finding whose check says nothing of its own: what it is, and what to write, where that can be told in a line. */
function plainly({ title }: Check, fix = ''): Said {
  if (!/^[^"”“»«’]*[\p{L}\p{N}][^"”“»«’]*$/u.test(fix)) return { sv: `${title.sv}.`, en: `${title.en}.` }
  return { sv: `${title.sv}: skriv ”${fix}”.`, en: `${title.en}: write “${fix}”.` }
}

/** Of one check in one text. What has more is no text but its signs, and all it finds would not fit in memory. */
const most = 100_000
/** What is longer, in UTF-16 code units, nobody could look at. */
const longest = 5000

function findingsOf(check: Check, reading: Reading): Finding[] {
  const findings: Finding[] = []
  for (const found of check.find(reading)) {
    if (found.to - found.from > longest) continue
    findings.push({
      check: check.id,
      from: found.from,
      to: found.to,
      text: reading.text.slice(found.from, found.to),
      category: found.category ?? check.category,
      severity: found.severity ?? check.severity,
      confidence: found.confidence ?? check.confidence,
      message: found.message ?? plainly(check, found.fixes[0]),
      fixes: found.fixes,
      ...(found.about === undefined ? {} : { about: found.about }),
    })
    if (findings.length === most) break
  }
  return findings
}

/** What the house itself has corrected before goes before what a check thinks of its own, if that is not much surer. */
const houseKnows = 0.08

const sureness = ({ check, confidence }: Finding): number => confidence + (check === memory.id ? houseKnows : 0)

/** The surer first; of the equally sure that which says more: with a fix, then the longer. */
const better = (a: Finding, b: Finding): number =>
  sureness(b) - sureness(a) ||
  Number(b.fixes.length > 0) - Number(a.fixes.length > 0) ||
  b.to - b.from - (a.to - a.from) ||
  a.from - b.from

function rank(found: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = []
  const taken = new Map<number, Finding[]>()
  const others = new Map<Finding, Finding>()
  const cell = (at: number): number => Math.floor(at / 256)
  for (const finding of found.toSorted(better)) {
    const cells = Array.from({ length: cell(finding.to) - cell(finding.from) + 1 }, (_, i) => cell(finding.from) + i)
    const near = cells.flatMap(c => taken.get(c) ?? [])
    const over = near.find(other => finding.from < other.to && other.from < finding.to)
    if (over !== undefined) {
      if (!others.has(over) && standTogether(over, finding)) others.set(over, finding)
      continue
    }
    kept.push(finding)
    for (const c of cells) taken.set(c, [...(taken.get(c) ?? []), finding])
  }
  return kept.map(finding => together(finding, others.get(finding))).sort((a, b) => a.from - b.from)
}

/** The memory and a check speak of the same words. */
const standTogether = (a: Finding, b: Finding): boolean =>
  (a.check === memory.id) !== (b.check === memory.id) && a.from === b.from && a.to === b.to

const both = (first: Said, second: Said): Said => ({
  sv: `${first.sv} ${second.sv}`,
  en: `${first.en} ${second.en}`,
})

/**
 * What the memory and a check say of the same words, as one finding that is about the pair: who dismisses it declines the pair too. Where
 * both would write the same it is the check's, which says what is wrong; else it is the surer one's, and the fixes of the other come after its
 * own. What the memory knows is told either way.
 */
function together(surer: Finding, other: Finding | undefined): Finding {
  if (other === undefined) return surer
  const [learned, checked] = surer.check === memory.id ? [surer, other] : [other, surer]
  const [first, second] = surer.fixes[0] === other.fixes[0] ? [checked, learned] : [surer, other]
  const about = checked.about ?? learned.about
  return {
    ...first,
    ...(first === checked && { message: both(checked.message, learned.message) }),
    fixes: [...new Set([...first.fixes, ...second.fixes])],
    ...(about === undefined ? {} : { about }),
  }
}
