import type { Severity } from '../../mqm/annotation.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import { correctedHunks } from '../../text/corrected.ts'
import { pathTo, type Step } from '../../text/path.ts'
import { back } from '../../text/place.ts'
import { overlaps, type Span } from '../../text/span.ts'
import type { Deps } from '../deps.ts'
import { withSteadyHead, type Head } from '../find-head.ts'
import { placeOf } from '../flags/flag-views.ts'
import { allSteps } from '../flags/place-flags.ts'
import { textAt } from '../revisions/read-revision.ts'
import { settleCorrections } from '../corrections/settle-corrections.ts'

/** A flag or a correction of a translation, by its place in the machine's text. */
export interface OldItem {
  readonly kind: 'flag' | 'correction'
  readonly id: string
  readonly translationId: string
  /** in the MT; null where a flag stands on words that an editor wrote */
  readonly mt: Span | null
  /** in the head: what it was corrected to; null where it was not */
  readonly head: Span | null
  readonly words: string
  /** what stands at `head`; null where it was not corrected */
  readonly corrected: string | null
  readonly category: string
  readonly severity: Severity
  /** who set it, or made it */
  readonly person: string
  /** of a flag */
  readonly comment: string
  readonly suggestion: string
  /** the correction on a flag's words, if it is among them */
  readonly correctionId: string | null
}

/** A translation with its texts and all that was flagged and corrected in it. */
export interface OldTranslation {
  readonly head: Head
  readonly mt: string
  /** in the order of the MT; what stands on an editor's words comes last */
  readonly items: readonly OldItem[]
}

/** Where the words of a flag stand in the MT: along the path of revisions, back from the one it was set on. */
function placeInMt(flag: Flag, steps: readonly Step[]): Span | null {
  const span = { from: flag.span_from, to: flag.span_to }
  if (flag.revision === 0) return span
  return pathTo(steps, flag.revision).reduceRight<Span | null>((at, { change }) => at && back(at, change), span)
}

const nearness = (a: Span, b: Span): boolean => overlaps(a, b) || (a.from === b.from && a.to === b.to)

async function readItems(deps: Deps, head: Head): Promise<OldTranslation> {
  const { db } = deps.store
  const mt = await textAt(deps, head.id, 0)
  await settleCorrections(deps, { translationId: head.id })
  const diff = deps.hunks.diff(
    { hash: head.mt_hash, text: mt },
    { hash: head.head_hash, text: head.head_text },
    head.fixed === 1,
  )
  // what left and came with a paragraph that was moved is no correction of words
  const hunks = correctedHunks(diff).filter(hunk => !hunk.moved)
  const known = new Map((await correctionsOf(db, head.id)).map(row => [`${row.mt_from} ${row.mt_to}`, row]))
  const corrections = hunks.flatMap(({ fromA, toA, fromB, toB }): OldItem[] => {
    const row = known.get(`${fromA} ${toA}`)
    if (!row) return []
    return [
      {
        kind: 'correction',
        id: row.id,
        translationId: head.id,
        mt: { from: fromA, to: toA },
        head: { from: fromB, to: toB },
        words: mt.slice(fromA, toA),
        corrected: head.head_text.slice(fromB, toB),
        category: row.category,
        severity: row.severity as Severity,
        person: row.person,
        comment: '',
        suggestion: '',
        correctionId: null,
      },
    ]
  })
  const flags = (await flagsOfTranslation(db, head.id)).filter(flag => flag.dismissed_at === null)
  const last = Math.max(0, ...flags.map(flag => flag.revision))
  const steps = last === 0 ? [] : await allSteps(deps, head.id, last)
  const flagged = flags.map((flag): OldItem => {
    const at = placeInMt(flag, steps)
    const place = placeOf(flag)
    const over =
      corrections.find(({ mt: span }) => span && known.get(`${span.from} ${span.to}`)?.flag_id === flag.id) ??
      corrections.find(({ mt: span }) => span && at && nearness(span, at))
    const mended = place.state === 'fixed' ? { from: place.from, to: place.to } : null
    return {
      kind: 'flag',
      id: flag.id,
      translationId: head.id,
      mt: at,
      head: mended,
      words: flag.words,
      corrected: mended && head.head_text.slice(mended.from, mended.to),
      category: flag.category,
      severity: flag.severity as Severity,
      person: flag.author,
      comment: flag.comment,
      suggestion: flag.suggestion,
      correctionId: over?.id ?? null,
    }
  })
  const place = ({ mt: span }: OldItem): number => span?.from ?? Infinity
  const items = [...flagged, ...corrections].toSorted((a, b) => place(a) - place(b) || (a.kind < b.kind ? -1 : 1))
  return { head, mt, items }
}

/**
 * The flags and corrections of a translation as they stand, but those that a person has dismissed or withdrawn.
 * @throws Problem translation-unknown, article-unknown, article-purged
 */
export const oldItems = (deps: Deps, which: { readonly articleId: string; readonly translationId: string }) =>
  withSteadyHead(deps.store.db, which, head => readItems(deps, head))
