/** What work on a translation costs, as a browser counts it and as the pages tell it. docs/effort.md says what is counted and what is not. */
import { z } from 'zod'
import { id } from './common.ts'
import { effortChoices } from './quality.ts'

/** More than a page stays open. */
const month = 31 * 24 * 3600 * 1000
const ms = z.int().min(0).max(month)

/** The sums of one sitting so far: PUT or POST /articles/:id/effort. The first, of nothing yet, says that the page is opened. */
export const effortRequest = z.object({
  sitting: id.describe('made by the browser, one a page that is opened; what is sent again is the same sitting'),
  activeMs: ms.describe('in which something was done; a pause counts up to 30 s'),
  openMs: ms.describe('in which the page was seen, and no other page of this browser was worked in'),
  keystrokes: z.int().min(0).max(10_000_000).describe('that write or delete; how many, never which'),
  elapsedMs: ms.describe('since the page was opened'),
})
export type EffortRequest = z.infer<typeof effortRequest>

export const effortKept = z.object({ kept: z.boolean().describe('false: the house does not count effort') })
export type EffortKept = z.infer<typeof effortKept>

const measured = z.int().nullable().describe('null where nothing was measured')

const worked = {
  sittings: z.int(),
  activeMs: measured,
  openMs: measured,
  keystrokes: measured,
}

export const effortFigures = z
  .object({
    ...worked,
    translations: z.int().describe('that something was measured of'),
    words: z.int().describe('of their machine translations'),
    editsPerThousand: z
      .number()
      .nullable()
      .describe('edits of HTER per 1,000 words of the MT; null where nothing is reviewed'),
    wordsPerHour: z
      .number()
      .nullable()
      .describe(
        'words of the MT an active hour, of what is reviewed and was worked on in a sitting; null under 5 active minutes',
      ),
  })
  .readonly()
export type EffortFigures = z.infer<typeof effortFigures>

export const personEffort = z
  .object({ name: z.string().nullable().describe('null: nobody’s name was kept'), ...worked })
  .readonly()
export type PersonEffort = z.infer<typeof personEffort>

/** Of many translations: GET /quality/effort. */
export const effortReport = z
  .object({
    effort: z.enum(effortChoices).describe('how the house counts now'),
    all: effortFigures,
    rows: z
      .array(
        z
          .object({
            month: z.string().describe('YYYY-MM in which the translations came'),
            system: z.string(),
            figures: effortFigures,
          })
          .readonly(),
      )
      .readonly()
      .describe('by month and system'),
    persons: z
      .array(personEffort)
      .readonly()
      .nullable()
      .describe('by name; null where they were not asked for, or the house does not count by person'),
  })
  .readonly()
export type EffortReport = z.infer<typeof effortReport>
