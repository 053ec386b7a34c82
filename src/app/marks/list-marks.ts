import type { Mark } from '../../formats/document.ts'
import type { Head, Which } from '../../store/heads.ts'
import type { Placed } from '../../text/marks.ts'
import type { MarkList, MarkView } from '../../wire/mark.ts'
import type { Deps } from '../deps.ts'
import { withSteadyHead } from '../find-head.ts'
import { markedHead, placedMarks } from './placed-marks.ts'

/** For offsets that grow: the number of the line, from 0, that each stands in. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [0, 0]
  return offset => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      line += 1
      at = end + 1
    }
    return line
  }
}

function viewsOf(mtText: string, placed: readonly Placed<Mark>[]): MarkView[] {
  const lineOf = lineCounter(mtText)
  return placed.flatMap(({ mark, from, to, gone }) => {
    const line = lineOf(mark.from)
    const { id, kind, label } = mark
    if (kind === 'raw' || label === '') return []
    const mt = { from: mark.from, to: mark.to }
    return [{ id, kind, label, line, mt, from, to, gone, words: mtText.slice(mt.from, mt.to) }]
  })
}

/** The marks of a head that a person is shown, as they stand in it; none where it came without a file. */
export async function markViews(deps: Deps, head: Head): Promise<MarkView[]> {
  const marked = await markedHead(deps, head)
  return marked ? viewsOf(marked.mtText, placedMarks(marked)) : []
}

/** What stands in the head and is none of its characters: inline codes of the file it came in. @throws as `findHead` */
export const listMarks = (deps: Deps, which: Which): Promise<MarkList> =>
  withSteadyHead(deps.store.db, which, async head => ({
    revision: head.head_number,
    marks: await markViews(deps, head),
  }))
