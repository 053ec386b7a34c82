import { Problem } from '../../errors.ts'
import { firstWhere } from '../../text/first-where.ts'
import { Retelling, type Retold } from '../../text/retold.ts'
import type { Span } from '../../text/span.ts'
import { translationLines, type TranslationLine } from './article-details.ts'
import type { Deps } from '../deps.ts'
import { oldItems, type OldItem, type OldTranslation } from './old-items.ts'
import { requireArticle } from '../require-article.ts'

/**
 * `gone`: the words are not there any more; `still`: they are; `back`: they were gone in a translation between the two, and are there
 * again; `unsure`: what stands where they stood cannot be told.
 */
export const fates = ['still', 'back', 'gone', 'unsure'] as const
export type Fate = (typeof fates)[number]

/** What became of a flag or a correction of an older translation. */
export interface ToldItem extends OldItem {
  readonly fate: Fate
  /** in the newer MT: where the words stand, or what stands for them; null where nothing does, or nobody knows */
  readonly at: Span | null
  /** of what is gone: it reads as it had been corrected (or as a flag suggested) */
  readonly asCorrected: boolean
  /** of what is gone: `at` is what stands for these words, and no longer passage around them */
  readonly exact: boolean
  /** of what is back: the translation in which it was gone */
  readonly goneIn: string | null
  /** of a correction whose words are there: where they stand in the newer translation's head; null where they do not, or not any more */
  readonly applies: Span | null
  /** of a flag whose words are there: the newer translation has a flag of this category on them */
  readonly flagged: boolean
}

export interface TranslationsCompared {
  readonly articleId: string
  readonly title: string
  /** in the order they came */
  readonly translations: readonly TranslationLine[]
  readonly from: OldTranslation
  readonly to: OldTranslation
  /** MTs of the translations that items are of, by id */
  readonly texts: ReadonlyMap<string, string>
  readonly items: readonly ToldItem[]
  /** passages that read otherwise, and that no flag or correction spoke of */
  readonly changed: readonly { readonly a: Span; readonly b: Span }[]
}

/** Of translations before the older of the two, so many are asked for what came back. */
const mostEarlier = 4

const hashed = ({ head, mt }: OldTranslation) => ({ hash: head.mt_hash, text: mt })

type Told = Pick<ToldItem, 'at' | 'asCorrected' | 'exact'> & { readonly fate: Exclude<Fate, 'back'> }

/** Tells of items of one translation what became of them in another. */
class Tale {
  private readonly b: string
  private readonly fromMt: Retelling
  private readonly fromHead: Retelling
  private readonly told = new Map<string, Told>()

  constructor(deps: Deps, older: OldTranslation, newer: OldTranslation) {
    const { head } = older
    const b = hashed(newer)
    this.b = b.text
    this.fromMt = new Retelling(older.mt, b.text, deps.hunks.diff(hashed(older), b))
    const corrected = { hash: head.head_hash, text: head.head_text }
    this.fromHead = new Retelling(head.head_text, b.text, deps.hunks.diff(corrected, b))
  }

  tell(item: OldItem): Told {
    const known = this.told.get(item.id)
    if (known) return known
    const told = this.told.set(item.id, this.work(item)).get(item.id)
    if (!told) throw new RangeError('it was told just now')
    return told
  }

  private work(item: OldItem): Told {
    if (item.mt === null) return { fate: 'unsure', at: null, asCorrected: false, exact: false }
    const words = this.fromMt.tell(item.mt)
    if (words.is === 'there') return { fate: 'still', at: words.at, asCorrected: false, exact: true }
    const mended = this.mended(item, words)
    if (mended) return { fate: 'gone', at: mended, asCorrected: true, exact: true }
    if (words.is === 'unsure') return { fate: 'unsure', at: words.at, asCorrected: false, exact: false }
    return { fate: 'gone', at: words.at, asCorrected: false, exact: words.exact }
  }

  /** Where the newer text reads as the older was corrected, or as a flag suggested. */
  private mended({ head, corrected, suggestion }: OldItem, words: Retold): Span | null {
    const here = head && this.fromHead.tell(head)
    // of what was struck out nothing is left to be there: only where the words are known to be gone
    if (here?.is === 'there' && (corrected !== '' || words.is === 'gone')) return here.at
    if (words.is !== 'gone' || words.at === null || !words.exact) return null
    const reads = this.b.slice(words.at.from, words.at.to).trim()
    const wished = [corrected, suggestion || null].map(each => each?.trim())
    return wished.includes(reads) ? words.at : null
  }
}

/** A translation and the one it is compared with, where none are named: the newest with the one before it. */
function choose(lines: readonly TranslationLine[], from: string | undefined, to: string | undefined) {
  const index = (id: string): number => {
    const at = lines.findIndex(line => line.id === id)
    if (at < 0) throw new Problem('translation-unknown')
    return at
  }
  const newer = to === undefined ? (from === lines.at(-1)?.id ? 0 : lines.length - 1) : index(to)
  const older = from === undefined ? (newer === 0 ? Math.min(1, lines.length - 1) : newer - 1) : index(from)
  return { older, newer }
}

/** The translations of an article in the order they came. @throws Problem article-unknown, article-purged */
export async function listTranslations(
  deps: Deps,
  articleId: string,
): Promise<{ readonly title: string; readonly translations: readonly TranslationLine[] }> {
  const { title } = await requireArticle(deps.store.db, articleId)
  const translations = await translationLines(deps.store.db, articleId)
  return { title, translations }
}

/**
 * Two machine translations of an article, and what became in the newer of each flag and correction of the older; and what was flagged or
 * corrected before, was gone in the older and is back in the newer. Where the paragraphs cannot be put beside each other it is not told.
 * Null where the article has but one translation.
 * @param input ids of translations; the newest, and the one before it, where they are not given
 * @throws Problem article-unknown, article-purged, translation-unknown
 */
export async function compareTranslations(
  deps: Deps,
  input: { readonly articleId: string; readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<TranslationsCompared | null> {
  const { articleId } = input
  const { title, translations } = await listTranslations(deps, articleId)
  const { older, newer } = choose(translations, input.from, input.to)
  if (translations.length < 2 || older === newer) return null
  const between = translations.slice(older + 1, newer)
  const earlier = older < newer ? translations.slice(Math.max(0, older - mostEarlier), older) : []
  const read = (line: TranslationLine | undefined) => oldItems(deps, { articleId, translationId: line?.id ?? '' })
  const [from, to] = [await read(translations[older]), await read(translations[newer])]
  const middle: OldTranslation[] = []
  for (const line of between) middle.push(await read(line))
  const tale = new Tale(deps, from, to)
  const gaps = middle.map(each => ({ id: each.head.id, tale: new Tale(deps, from, each) }))
  const inHead = new Retelling(
    to.mt,
    to.head.head_text,
    deps.hunks.diff(hashed(to), {
      hash: to.head.head_hash,
      text: to.head.head_text,
    }),
  )
  const finish = (item: OldItem, told: Told, goneIn: string | null): ToldItem => {
    const there = told.fate === 'still' && told.at !== null
    const stands = there && item.kind === 'correction' ? inHead.tell(told.at) : null
    return {
      ...item,
      ...told,
      fate: there && goneIn !== null ? 'back' : told.fate,
      goneIn,
      applies: stands?.is === 'there' ? stands.at : null,
      flagged: there && item.kind === 'flag' && isFlagged(to, item, told.at),
    }
  }
  const items = from.items.map(item => {
    const told = tale.tell(item)
    const gap = told.fate === 'still' ? gaps.find(each => each.tale.tell(item).fate === 'gone') : undefined
    return finish(item, told, gap?.id ?? null)
  })
  const texts = new Map([from, to, ...middle].map(each => [each.head.id, each.mt]))
  for (const line of earlier) {
    const before = await read(line)
    texts.set(line.id, before.mt)
    const [then, now] = [new Tale(deps, before, from), new Tale(deps, before, to)]
    for (const item of before.items) {
      const told = now.tell(item)
      if (told.fate === 'still' && then.tell(item).fate === 'gone' && !isTold(items, item, told.at))
        items.push(finish(item, told, from.head.id))
    }
  }
  return { articleId, title, translations, from, to, texts, items, changed: changedElsewhere(deps, from, to) }
}

/** Whether the same was told of another translation already. */
const isTold = (items: readonly ToldItem[], { kind, category, corrected }: OldItem, at: Span | null): boolean =>
  items.some(
    each =>
      each.kind === kind &&
      each.category === category &&
      each.corrected === corrected &&
      each.at?.from === at?.from &&
      each.at?.to === at?.to,
  )

const isFlagged = (to: OldTranslation, item: OldItem, at: Span): boolean =>
  to.items.some(
    ({ kind, category, mt }) =>
      kind === 'flag' && category === item.category && mt?.from === at.from && mt.to === at.to,
  )

/** Passages that read otherwise though nothing was flagged or corrected there. */
function changedElsewhere(deps: Deps, from: OldTranslation, to: OldTranslation): TranslationsCompared['changed'] {
  const spoken = from.items.flatMap(({ mt }) => mt ?? []).toSorted((a, b) => a.from - b.from)
  // of each and all before it the farthest end: a hunk is asked of one, however many there are
  let farthest = -1
  const ends = spoken.map(({ to: end }) => (farthest = Math.max(farthest, end)))
  const isSpokenOf = (start: number, end: number): boolean => {
    const after = firstWhere(spoken, span => span.from > end)
    return after > 0 && (ends[after - 1] ?? -1) >= start
  }
  return deps.hunks
    .diff(hashed(from), hashed(to))
    .hunks.filter(({ fromA, toA }) => !isSpokenOf(fromA, toA))
    .map(({ fromA, toA, fromB, toB }) => ({ a: { from: fromA, to: toA }, b: { from: fromB, to: toB } }))
}
