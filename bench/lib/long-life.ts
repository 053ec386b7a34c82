import { applyChange, canonical, changeBetween, narrow, readChange } from '../../src/text/change.ts'
import { changeOf, type Edit } from '../../src/text/change/edits.ts'
import { undoStep, type Step } from '../../src/text/path.ts'
import { join, paragraphOf, randomBy, textOf, wordSource, type Random } from './diff-text.ts'

/** An article's life as the store keeps it. */
export interface LongLife {
  /** text of every revision, from 0: the full copies nobody wants to keep */
  readonly texts: readonly string[]
  /** canonical changes; `stored[0]` is of revision 1 */
  readonly stored: readonly string[]
  readonly steps: readonly Step[]
  readonly restores: number
  readonly undoes: number
}

const wordAround = (text: string, at: number): { from: number; to: number } => {
  let [from, to] = [at, at]
  while (from > 0 && !/\s/.test(text.charAt(from - 1))) from--
  while (to < text.length && !/\s/.test(text.charAt(to))) to++
  return { from, to }
}

/** What an editor does in one save: one to three words corrected, put in or taken out; now and then a sentence. */
function edits(text: string, target: number, random: Random, word: () => string): Edit[] {
  const result: Edit[] = []
  const places = Array.from({ length: 1 + Math.floor(random() * 3) }, () => Math.floor(random() * text.length))
  for (const place of places.sort((a, b) => a - b)) {
    const { from, to } = wordAround(text, place)
    if (from < (result.at(-1)?.to ?? -1) + 2) continue
    const kind = random()
    // the article keeps its size
    const grows = random() < 0.5 + (target - text.length) / target
    if (kind < 0.6) result.push({ from, to, insert: word() })
    else if (kind < 0.95) result.push(grows ? { from, to: from, insert: `${word()} ` } : { from, to, insert: '' })
    else if (grows) result.push({ from, to: from, insert: `${paragraphOf(12, random, word).join(' ')} ` })
    else result.push({ from, to: Math.min(text.length, to + 80), insert: '' })
  }
  return result
}

/** A life of `revisions` of an article of `words`; of a thousand revisions ten undo, and five restore, a recent one. */
export function longLife(words: number, revisions: number, seed: number): LongLife {
  const random = randomBy(seed)
  const word = wordSource(random)
  const mt = join(textOf(words, random, word))
  const [texts, steps, stored]: [string[], Step[], string[]] = [[mt], [], []]
  const recent = (number: number): number => Math.max(1, number - 1 - Math.floor(random() * 20))
  const count = { restores: 0, undoes: 0 }
  while (texts.length <= revisions) {
    const number = texts.length
    const text = texts[number - 1] as string
    const kind = number > 1 ? random() : 1
    let step: Step | undefined
    if (kind < 0.005) {
      const restores = recent(number)
      step = { number, change: changeBetween(text, texts[restores] as string), restores, undoes: null }
    } else if (kind < 0.015) {
      const undoes = recent(number)
      const undone = undoStep(steps, undoes, mt)
      if (undone.kind === 'undone') step = { number, change: undone.change, restores: null, undoes }
    } else {
      const change = narrow(changeOf(edits(text, mt.length, random, word), text.length), text)
      step = { number, change, restores: null, undoes: null }
    }
    if (step === undefined || step.change.empty) continue
    if (step.restores !== null) count.restores++
    if (step.undoes !== null) count.undoes++
    const json = canonical(step.change)
    stored.push(json)
    steps.push({ ...step, change: readChange(json) })
    texts.push(applyChange(text, step.change))
  }
  return { texts, stored, steps, ...count }
}
