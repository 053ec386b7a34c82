/** Flags in the form of WMT23's fine-grained task (task 2): a row for each segment and annotator. */
import type { ExportedArticle } from '../format.ts'
import { charactersOf, type Characters } from '../annotations/code-points.ts'
import {
  annotatorNames,
  annotatorsBySegment,
  flagsBySegment,
  flagsInMt,
  type FlagInMt,
} from '../annotations/flags-in-mt.ts'
import { nameOf } from '../annotations/document-names.ts'
import type { Segment } from '../annotations/segments.ts'

export const spansHeading = 'mt_system\tdoc_id\tseg_id\tannotator_id\tsource\ttarget\tstart_ids\tend_ids\terrors'

/** What is neutral is no error; the task knows nothing worse than major. */
const degreeOf = ({ flag }: FlagInMt): 'minor' | 'major' | null =>
  flag.severity === 'neutral' ? null : flag.severity === 'minor' ? 'minor' : 'major'

/** Starts, ends and errors, parted by spaces: indices of code points, and the end is behind the last. Of words that are missing both are the same. */
function fieldsOf(
  flags: readonly FlagInMt[],
  { mt, span }: Segment,
  characters: Characters,
): readonly [string, string, string] {
  const index = (offset: number): number => characters.index(Math.max(0, Math.min(mt.length, offset - span.from)))
  const errors = flags.flatMap(flag => {
    const degree = degreeOf(flag)
    return degree === null ? [] : [{ degree, from: index(flag.from), to: index(flag.to) }]
  })
  if (errors.length === 0) return ['-1', '-1', 'no-error']
  return [
    errors.map(({ from }) => from).join(' '),
    errors.map(({ to }) => to).join(' '),
    errors.map(({ degree }) => degree).join(' '),
  ]
}

/** @param names of the article and its system, in the file */
export function spanRows(
  article: ExportedArticle,
  segments: readonly Segment[],
  [document, system]: readonly [string, string],
): string[] {
  const flags = flagsInMt(article)
  const annotators = annotatorsBySegment(article, flags, segments.length)
  const found = flagsBySegment(flags, segments)
  const named = annotatorNames(article)
  return segments.flatMap((segment, i) => {
    const byAnnotator = Map.groupBy(found[i] ?? [], ({ flag }) => named(flag))
    const characters = charactersOf(segment.mt)
    return [...new Set([...byAnnotator.keys(), ...(annotators[i] ?? [])])].map(annotator => {
      const fields = fieldsOf(byAnnotator.get(annotator) ?? [], segment, characters)
      return [system, document, i + 1, nameOf(annotator), nameOf(segment.source), nameOf(segment.mt), ...fields].join(
        '\t',
      )
    })
  })
}
