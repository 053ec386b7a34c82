import type { Fate, ToldItem, TranslationsCompared } from '../../app/articles/compare-translations.ts'
import { fill, messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { cutAfter, cutBefore } from '../../text/context.ts'
import type { Span } from '../../text/span.ts'
import { articleAddress, flagAddress } from '../address.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'

/** Words with what stands around them in their paragraph. */
export interface InContext {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** How much of the paragraph stands on each side, in UTF-16 code units. */
const around = 60

function inContext(text: string, { from, to }: Span): InContext {
  const before = cutBefore(text, from, around)
  const after = cutAfter(text, to, around)
  const line = before.lastIndexOf('\n') + 1
  const end = after.indexOf('\n')
  const whole = before.slice(line)
  const cut = line === 0 && before.length < from
  const ended = end < 0 && to + after.length < text.length
  return {
    before: seen(cut ? `…${whole}` : whole),
    words: seen(text.slice(from, to)),
    after: seen(ended ? `${after}…` : end < 0 ? after : after.slice(0, end)),
  }
}

/** What became of it, in a sentence. */
function sentence(language: Language, item: ToldItem, systemOf: (id: string) => string): string {
  const { again } = messages(language)
  const { fate, at, asCorrected, exact, goneIn, mt, corrected } = item
  if (fate === 'still') return again.still
  if (fate === 'back') return fill(language, again.back, { system: systemOf(goneIn ?? '') })
  if (fate === 'unsure') return mt === null ? again.unsureOwn : at === null ? again.unsure : again.unsureThere
  if (asCorrected) return corrected === null ? again.asSuggested : again.asCorrected
  return at === null ? again.goneAll : exact ? again.goneNow : again.goneIn
}

/** An entry of the page: a correction with the flags on its words, of which the same is to be told, or a flag by itself. */
export interface ToldEntry {
  readonly item: ToldItem
  readonly flags: readonly ToldItem[]
}

/** Puts flags to their corrections, where those are among the items and met the same fate. */
export function toldEntries(items: readonly ToldItem[]): readonly ToldEntry[] {
  const corrections = new Map(items.filter(item => item.kind === 'correction').map(item => [item.id, item]))
  const ownerOf = (item: ToldItem): string | null => {
    const owner = corrections.get(item.correctionId ?? '')
    return owner?.fate === item.fate && owner.asCorrected === item.asCorrected ? owner.id : null
  }
  const owned = Map.groupBy(items, ownerOf)
  return (owned.get(null) ?? []).map(item => ({ item, flags: owned.get(item.id) ?? [] }))
}

/** A flag or a correction with what became of it, as the page draws it. */
export function shownItem(language: Language, compared: TranslationsCompared, item: ToldItem) {
  const { mqm, article } = messages(language)
  const { articleId, translations, from, to, texts } = compared
  const systemOf = (id: string): string => seen(translations.find(t => t.id === id)?.system ?? '') || article.noSystem
  const own = texts.get(item.translationId) ?? ''
  const desk = (translation: string, at: Span | null): string | null =>
    at && articleAddress(articleId, '', { translation, at: at.from })
  return {
    kind: item.kind,
    id: item.id,
    fate: item.fate,
    says: sentence(language, item, systemOf),
    shape: shapes[item.severity],
    severity: item.severity,
    severityName: mqm.severities[item.severity],
    categoryName: mqm.categories[item.category as CategoryId],
    person: seen(item.person),
    ofOlder: item.translationId === from.head.id ? null : systemOf(item.translationId),
    old: item.mt ? inContext(own, item.mt) : { before: '', words: seen(item.words), after: '' },
    corrected: item.corrected === null ? null : seen(item.corrected),
    now: item.at ? inContext(to.mt, item.at) : null,
    comment: seen(item.comment),
    suggestion: seen(item.suggestion),
    showFlag: item.kind === 'flag' ? flagAddress(item.id) : null,
    showOld: desk(item.translationId, item.mt),
    showNew: desk(to.head.id, item.at),
    flag: flagFields(item, to.mt),
    flagged: item.flagged,
  }
}

/** The form that sets the same flag on the newer translation: as `POST …/flags` takes it; null where there is nothing to set. */
function flagFields({ kind, fate, at, flagged, ...item }: ToldItem, text: string) {
  if (kind !== 'flag' || (fate !== 'still' && fate !== 'back') || !at || flagged) return null
  const { category, severity, comment, suggestion } = item
  const words = text.slice(at.from, at.to)
  return [
    ['in', 'mt'],
    ['a', `${at.from}-${at.to}`],
    ['words', words],
    ['point', words.trim() === '' ? '1' : ''],
    ['category', category],
    ['severity', severity],
    ['comment', comment],
    ['suggestion', suggestion],
  ] as const
}

/** A passage that reads otherwise, as the page draws it. */
export const shownChange = (
  { from, to, articleId }: TranslationsCompared,
  change: { readonly a: Span; readonly b: Span },
) => ({
  old: inContext(from.mt, change.a),
  now: inContext(to.mt, change.b),
  showOld: articleAddress(articleId, '', { translation: from.head.id, at: change.a.from }),
  showNew: articleAddress(articleId, '', { translation: to.head.id, at: change.b.from }),
})

/** How many there are of each fate. */
export function countFates(items: readonly ToldItem[]): Readonly<Record<Fate, number>> {
  const counts = { still: 0, back: 0, gone: 0, unsure: 0 }
  for (const { fate } of items) counts[fate] += 1
  return counts
}
