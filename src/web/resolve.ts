import { ChangeSet } from '@codemirror/state'
import { Problem } from '../errors.ts'
import { applyChange, parseChange } from '../text/change.ts'
import { field, numberField } from './form.ts'
import type { Ask } from './page.ts'

/** One place of a conflict in the merged text, and what was chosen for it; null: as it stands there. */
function choice(ask: Ask, n: number, merged: string): { from: number; to: number; insert: string } | null {
  const [, from, to] = /^(\d{1,12})-(\d{1,12})$/.exec(field(ask, `at${n}`)) ?? []
  const span = { from: Number(from), to: Number(to) }
  if (from === undefined || span.from > span.to || span.to > merged.length)
    throw new Problem('field-invalid', { field: `at${n}` })
  const chosen = field(ask, `choice${n}`)
  if (chosen === 'theirs') return null
  if (chosen !== 'mine' && chosen !== 'own') throw new Problem('field-invalid', { field: `choice${n}` })
  return { ...span, insert: field(ask, chosen === 'mine' ? `mine${n}` : `own${n}`) }
}

function partial(ask: Ask, headText: string): ChangeSet {
  try {
    return parseChange(JSON.parse(field(ask, 'partial')), headText)
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('change-malformed')
  }
}

/** What a person chose at each place of a conflict, with what could be merged, as one change of the head's text. */
export function resolvedChange(ask: Ask, headText: string): ChangeSet {
  const merging = partial(ask, headText)
  const merged = applyChange(headText, merging)
  const places = Math.min(numberField(ask, 'places'), 900)
  const edits = Array.from({ length: places }, (_, n) => choice(ask, n, merged)).filter(edit => edit !== null)
  const ordered = edits.toSorted((a, b) => a.from - b.from)
  if (ordered.some((edit, i) => edit.from < (ordered[i - 1]?.to ?? 0)))
    throw new Problem('field-invalid', { field: 'at' })
  return merging.compose(ChangeSet.of(ordered, merged.length))
}
