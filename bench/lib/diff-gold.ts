import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diffWords } from 'diff'
import { diffTexts, type Hunk } from '../../src/text/diff/index.ts'

interface Correction {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly correction: string
}

export interface Gold {
  readonly mt: string
  readonly corrected: string
  readonly flags: readonly Correction[]
}

const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r', '')

/** The flags of the seed article in the corpus, wherever in its folder they lie. */
export function goldInCorpus(corpus: string): string | undefined {
  if (!existsSync(corpus)) return undefined
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  const found = names.find(name => /^lka-niedersachsen.*flags\.json$/u.test(name))
  return found === undefined ? undefined : join(corpus, found)
}

/**
 * The annotated article beside `flagsFile`: `<name>.mt.txt` and `<name>.corrected.txt` beside `<name>.flags.json`, or a
 * corpus folder's `mt.txt` and its last revision. Null where it is not there. Flags are those on the MT, not dismissed, with the
 * correction in `correction` or `suggestion`.
 */
export function readGold(flagsFile: string): Gold | null {
  if (!existsSync(flagsFile)) return null
  const folder = dirname(flagsFile)
  const mtFile = flagsFile.replace(/flags\.json$/, 'mt.txt')
  const correctedFile = flagsFile.replace(/flags\.json$/, 'corrected.txt')
  const lastFile = existsSync(correctedFile) ? correctedFile : lastRevision(join(folder, 'revisions'))
  if (!existsSync(mtFile) || !lastFile) return null
  const mt = read(mtFile)
  const entries = JSON.parse(readFileSync(flagsFile, 'utf8')) as Record<string, unknown>[]
  const flags = entries.flatMap(flag => {
    const from = Number(flag.from)
    const to = Number(flag.to)
    const correction = flag.correction ?? flag.suggestion
    if (typeof correction !== 'string' || (flag.revision ?? 0) !== 0 || flag.dismissed) return []
    return [{ from, to, text: mt.slice(from, to), correction }]
  })
  return { mt, corrected: read(lastFile), flags }
}

function lastRevision(folder: string): string | null {
  if (!existsSync(folder)) return null
  const numbers = readdirSync(folder).flatMap(name => /^(\d+)\.txt$/.exec(name)?.[1] ?? [])
  const last = numbers.sort((left, right) => Number(left) - Number(right)).at(-1)
  return last === undefined ? null : join(folder, `${last}.txt`)
}

/** The two sides without the words both begin or end with; what is left must be the same to be the same correction. */
function trimmed(removed: string, inserted: string): string {
  const left = removed.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const right = inserted.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  let start = 0
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start++
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++
  return `${left.slice(start, left.length - end).join(' ')} → ${right.slice(start, right.length - end).join(' ')}`
}

/** The corrections that are not exactly one hunk of their own. */
export function missedCorrections(gold: Gold, hunks: readonly Hunk[]): Correction[] {
  return gold.flags.filter(({ from, to, text, correction }) => {
    const touching = hunks.filter(
      hunk => hunk.fromA <= to && hunk.toA >= from && (hunk.fromA < to || hunk.fromA === hunk.toA),
    )
    const inside = touching.filter(hunk => hunk.toA > from || hunk.fromA === hunk.toA)
    const [only] = inside
    if (!only || inside.length > 1) return true
    const removed = gold.mt.slice(only.fromA, only.toA)
    const inserted = gold.corrected.slice(only.fromB, only.toB)
    return trimmed(removed, inserted) !== trimmed(text, correction)
  })
}

export const ourHunks = ({ mt, corrected }: Gold): readonly Hunk[] => diffTexts(mt, corrected).hunks

/** The hunks of diffWords, whose parts add up to the texts but for white space: they are found again by all else. */
export function jsdiffHunks({ mt, corrected }: Gold): Hunk[] {
  const hunks: Hunk[] = []
  let [atA, atB] = [0, 0]
  for (const part of diffWords(mt, corrected)) {
    const [fromA, toA] = part.added ? [atA, atA] : found(mt, atA, part.value)
    const [fromB, toB] = part.removed ? [atB, atB] : found(corrected, atB, part.value)
    const changed = part.added || part.removed
    const last = hunks[hunks.length - 1]
    if (changed && part.added && last && last.toA === atA && last.toB === last.fromB) {
      hunks[hunks.length - 1] = { ...last, fromB, toB }
    } else if (changed) hunks.push({ fromA, toA, fromB, toB })
    atA = toA
    atB = toB
  }
  return hunks
}

function found(text: string, at: number, value: string): [from: number, to: number] {
  let from = -1
  let to = at
  for (const character of value.replace(/\s+/gu, '')) {
    const next = text.indexOf(character, to)
    if (from < 0) from = next
    to = next + character.length
  }
  return [from < 0 ? at : from, to]
}
