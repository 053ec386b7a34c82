import { Problem } from '../../errors.ts'
import type { Mark } from '../../formats/document.ts'
import { insertMarkPlace } from '../../store/documents.ts'
import { newId } from '../../store/id.ts'
import type { Placed } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import type { MarkList, MarkPlacing } from '../../wire/mark.ts'
import { checkSpan } from '../flags/anchor-flags.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, findHead, needPerson, type Head, type Which } from '../find-head.ts'
import { listMarks } from './list-marks.ts'
import { carryPlace, markedHead, placedMarks } from './placed-marks.ts'
import { textAt } from '../revisions/read-revision.ts'

const misfit = (why: 'kind' | 'line' | 'crossing' | 'gone'): Problem => new Problem('mark-misfit', { why })

const crosses = (a: Span, b: Span): boolean =>
  (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to)

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Where the mark would stand in the head, if it may. */
async function spanInHead(
  deps: Deps,
  head: Head,
  placing: MarkPlacing,
  placed: readonly Placed<Mark>[],
): Promise<Span> {
  const mine = placed.find(({ mark }) => mark.id === placing.mark && mark.kind !== 'raw' && mark.label !== '')
  if (!mine) throw new Problem('mark-unknown')
  const { revision, from, to } = placing
  const text = await textAt(deps, head.id, revision)
  checkSpan(placing, text)
  if (mine.mark.kind === 'point' && from !== to) throw misfit('kind')
  if (text.slice(from, to).includes('\n')) throw misfit('line')
  const span = await carryPlace(deps, head, { revision, span_from: from, span_to: to })
  if (!span) throw misfit('gone')
  if (lineAt(head.head_text, span.from) !== lineAt(head.head_text, mine.from)) throw misfit('line')
  const others = placed.filter(({ mark }) => mark.kind === 'pair' && mark.label !== '' && mark.id !== placing.mark)
  if (others.some(other => crosses(span, other))) throw misfit('crossing')
  return span
}

/**
 * A person puts a mark elsewhere in its own line: around words of a stored revision, or at a place in it. Where it was put before stays
 * known. Gives all marks as they stand then.
 * @throws Problem name-missing; mark-unknown; mark-misfit with `why`: `kind` (a point is put around words), `line` (over the end of
 * its line, or outside of it), `crossing` (across another), `gone` (those words are no more); flag-misfit, revision-unknown; as `findHead`
 */
export async function placeMark(deps: Deps, who: Person | null, which: Which, placing: MarkPlacing): Promise<MarkList> {
  const person = needPerson(who)
  const head = await findHead(deps.store.db, which)
  if (placing.revision > head.head_number) throw new Problem('revision-unknown')
  const marked = await markedHead(deps, head)
  if (!marked) throw new Problem('mark-unknown')
  await spanInHead(deps, head, placing, placedMarks(marked))
  await deps.store.transaction(async tx => {
    await findBareHead(tx, { translationId: head.id })
    await insertMarkPlace(tx, {
      id: newId(),
      translation_id: head.id,
      mark: placing.mark,
      revision: placing.revision,
      span_from: placing.from,
      span_to: placing.to,
      person_id: person.id,
      at: deps.now(),
    })
  })
  return listMarks(deps, { translationId: head.id })
}
