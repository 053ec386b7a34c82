import type { Mark } from '../../formats/document.ts'
import { documentOf, markPlacesOf } from '../../store/documents.ts'
import type { Head } from '../../store/heads.ts'
import type { Row } from '../../store/schema.ts'
import { changeBetween, changeByLines, editsOf, type Edit } from '../../text/change.ts'
import { placeMarks, type Placed } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import type { Deps } from '../deps.ts'
import { placeAlong } from '../flags/place-flags.ts'
import { textAt } from '../revisions/read-revision.ts'

/** A head beside the document of the file that it came as. */
export interface MarkedHead {
  readonly mtText: string
  readonly marks: readonly Mark[]
  /** what turns the MT into the head's text; none goes over the end of a line where the lines are fixed */
  readonly edits: readonly Edit[]
  /** marks that people have put elsewhere, where their words stand now; those whose words are gone are not among them */
  readonly put: ReadonlyMap<string, Span>
  /** JSON: `SourceCodes`; null where there are none */
  readonly sourceCodes: string | null
}

/** What turns the MT into the corrected text, for what is to be written back into a file. */
export const editsBetween = (mt: string, text: string, fixed: boolean): Edit[] =>
  mt === text ? [] : editsOf((fixed ? changeByLines : changeBetween)(mt, text))

/** Where a person has put a mark, in the head; null where those words are gone. */
export async function carryPlace(
  deps: Deps,
  head: Pick<Head, 'id' | 'head_number'>,
  place: Pick<Row<'mark_place'>, 'revision' | 'span_from' | 'span_to'>,
): Promise<Span | null> {
  const { revision, span_from: from, span_to: to } = place
  if (revision === head.head_number) return { from, to }
  const words = (await textAt(deps, head.id, revision)).slice(from, to)
  const now = await placeAlong(deps, head.id, { revision, from, to, words }, head.head_number)
  if (now.state === 'orphaned') return null
  // a point stays before what is put in there
  return from === to ? { from: now.from, to: now.from } : { from: now.from, to: now.to }
}

/** What a head is written back into its file by; null where it came without a file, or its file is gone. */
export async function markedHead(deps: Deps, head: Head): Promise<MarkedHead | null> {
  const { db } = deps.store
  const document = await documentOf(db, head.id)
  if (!document) return null
  const mtText = await textAt(deps, head.id, 0)
  const put = new Map<string, Span>()
  for (const place of await markPlacesOf(db, head.id)) {
    const span = await carryPlace(deps, head, place)
    if (span) put.set(place.mark, span)
  }
  const marks = JSON.parse(document.marks) as readonly Mark[]
  return {
    mtText,
    marks,
    edits: editsBetween(mtText, head.head_text, head.fixed === 1),
    put,
    sourceCodes: document.source_codes,
  }
}

/** Where all its marks stand. */
export const placedMarks = ({ mtText, marks, edits, put }: MarkedHead): Placed<Mark>[] =>
  placeMarks(mtText, marks, edits, put)
