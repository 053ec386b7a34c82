import { z } from 'zod'
import { offset, revisionNumber } from './common.ts'

const span = z.object({ from: offset, to: offset })

/** Something of the imported file that stands in the text and is none of its characters: an inline code, as a person is shown it. */
export const markView = z.object({
  /** its name in the document */
  id: z.string(),
  /** `pair`: around words; `point`: at one place */
  kind: z.enum(['pair', 'point']),
  /** what a person is shown for it: `<b>`, `{0}`; never empty */
  label: z.string(),
  /** number of its line in the MT, from 0 */
  line: z.int().min(0),
  /** where the file has it, in the MT */
  mt: span,
  /** where it stands in the head: by the corrections, or as a person has put it */
  from: offset,
  to: offset,
  /** the words that it stood around, or in, are no more; it stands where they were, and is offered back */
  gone: z.boolean(),
  /** what it stands around in the MT; '' of a point */
  words: z.string(),
})
export type MarkView = z.infer<typeof markView>

/** A person puts a mark elsewhere: around words of a stored revision, or, where `from` is `to`, at a place in it. */
export const markPlacing = z.object({
  mark: z.string().min(1).max(200),
  revision: revisionNumber,
  from: offset,
  to: offset,
})
export type MarkPlacing = z.infer<typeof markPlacing>

/** All marks of the head, as they stand now. */
export const markList = z.object({ revision: revisionNumber, marks: z.array(markView) })
export type MarkList = z.infer<typeof markList>
