/** Is a place like one where the same words were corrected before? */
import type { Remembered } from '../wording.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../../text/span.ts'
import { stemOf } from '../../text/anchor.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'

export interface Around {
  readonly before: string
  readonly after: string
}

/** So much of the text on each side is compared, in UTF-16 code units. */
const reach = 60
/** Words more frequent than this (a Zipf value) stand around everything. */
const everywhere = 5.5

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** The words that say what a passage is about, known by their beginnings, whatever their form. */
const telling = (words: readonly string[], lexicon: Lexicon): ReadonlySet<string> =>
  new Set(words.filter(word => word.length > 2 && lexicon.word(word).zipf('sv') < everywhere).map(stemOf))

/** The last word before and the first after, where they touch the place but for a space. */
const beside = ({ before, after }: Around): readonly [string, string] => [
  (wordsOf(/[\p{L}\p{N}\p{M}]+\s*$/u.exec(before)?.[0] ?? '')[0] ?? ''),
  (wordsOf(/^\s*[\p{L}\p{N}\p{M}]+/u.exec(after)?.[0] ?? '')[0] ?? ''),
] // prettier-ignore

/** A context that was cut begins and ends within a word. */
const whole = ({ before, after }: Around): Around => ({
  before: before.replace(/^[\p{L}\p{N}\p{M}]+(?=.{30})/su, ''),
  after: after.replace(/(?<=^.{30,})[\p{L}\p{N}\p{M}]+$/su, ''),
})

/** A context made ready to be compared. */
interface Ready {
  readonly telling: ReadonlySet<string>
  readonly left: string
  readonly right: string
}

function readied(around: Around, lexicon: Lexicon): Ready {
  const [left, right] = beside(around)
  return { telling: telling([...wordsOf(around.before), ...wordsOf(around.after)], lexicon), left, right }
}

const ready = new WeakMap<readonly Around[], readonly Ready[]>()

/**
 * One telling word that both have, and the same word beside the place; or three, where the form of the words does not hang on their
 * neighbours. Of a context without telling words, all it has.
 */
function isLike(then: Ready, now: Ready, form: boolean): boolean {
  if (then.telling.size === 0) return then.left === now.left && then.right === now.right
  const shared = [...then.telling].filter(word => now.telling.has(word)).length
  const touching = (then.left !== '' && then.left === now.left) || (then.right !== '' && then.right === now.right)
  return touching ? shared >= 1 : !form && shared >= 3
}

/** Is a word only written in another form, as its neighbours want it? */
function isOtherForm(variant: string, preferred: string, lexicon: Lexicon): boolean {
  const lemmas = new Set(lexicon.word(variant).analyses.map(({ lemma }) => lemma))
  return lexicon.word(preferred).analyses.some(({ lemma }) => lemmas.has(lemma))
}

/** @param remembered a place like one of its contexts is enough */
export function standsAlike(
  { text, lexicon }: Reading,
  { from, to }: Span,
  { variants: [variant = ''], preferred }: Pick<Remembered, 'variants' | 'preferred'>,
  contexts: readonly Around[],
): boolean {
  const known = ready.get(contexts) ?? contexts.map(context => readied(whole(context), lexicon))
  ready.set(contexts, known)
  const now = {
    before: text.slice(Math.max(0, from - reach), from).replace(/^.*\n/s, ''),
    after: text.slice(to, to + reach).replace(/\n.*$/s, ''),
  }
  const place = readied(now, lexicon)
  const form = isOtherForm(variant, preferred, lexicon)
  return known.some(context => isLike(context, place, form))
}
