/** A flag in a comment or property of a file that has no other place for it: one line of JSON, which reads back as what it was. */
import { z } from 'zod'
import { severities } from '../../mqm/annotation.ts'
import { isCategory } from '../../mqm/typology.ts'
import type { Span } from '../../text/span.ts'
import type { ReadFlag } from '../document.ts'

const shape = z.object({
  from: z.int().min(0),
  to: z.int().min(0),
  category: z.string().refine(isCategory),
  severity: z.enum(severities),
  comment: z.string().default(''),
  suggestion: z.string().default(''),
  author: z.string().default(''),
  layer: z.string().default('shared'),
  at: z.number().nullable().default(null),
})
/** with offsets in its own segment */
export type SegmentFlag = Omit<ReadFlag, 'revision'>

export const flagJson = (flag: SegmentFlag, span: Span): string => {
  const { category, severity, comment, suggestion, author, layer, at } = flag
  return JSON.stringify({ ...span, category, severity, comment, suggestion, author, layer, at })
}

/** Null where it is no flag, or goes beyond the end of a segment of so many characters. */
export function parseFlag(json: string, length: number): SegmentFlag | null {
  try {
    const flag = shape.parse(JSON.parse(json))
    return flag.from <= flag.to && flag.to <= length ? flag : null
  } catch {
    return null
  }
}
