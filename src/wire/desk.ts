import { z } from 'zod'
import { stages } from '../text/file-state.ts'
import { id, person, revisionNumber, state, time } from './common.ts'
import { correctionView } from './correction.ts'
import { findingView } from './finding.ts'
import { flagView } from './flag.ts'
import { markView } from './mark.ts'
import { draftView } from './save.ts'

/** How far the imported file says that its segments had come; null where it does not say. As `FileStates` of `text/file-state.ts`. */
const fileStates = z
  .object({
    kinds: z.array(z.object({ stage: z.enum(stages), said: z.string(), locked: z.boolean() })),
    /** of each line of the MT the number of its state in `kinds`; -1 where the file says nothing of it */
    lines: z.array(z.int()),
  })
  .nullable()

/** All the review page's script needs of one translation. */
export const desk = z.object({
  article: z.object({ id, title: z.string(), address: z.string(), sourceLanguage: z.string(), archived: z.boolean() }),
  /** `fixed`: the lines of its texts are segments of a file, none of which may be split, joined or moved */
  translation: z.object({ id, system: z.string(), language: z.string(), state, fixed: z.boolean() }),
  translations: z.array(z.object({ id, system: z.string(), createdAt: time })),
  /** the imported file that it came in: its name, and the id of the format that reads it; null where it came without one */
  file: z.object({ name: z.string(), format: z.string(), states: fileStates }).nullable(),
  sourceText: z.string(),
  mtText: z.string(),
  head: z.object({ number: revisionNumber, text: z.string(), hash: z.string(), author: z.string(), at: time }),
  flags: z.array(flagView),
  /** inline codes of the imported file, as they stand in the head; those without a label are not shown */
  marks: z.array(markView),
  /** what the head says otherwise than the MT, as far as it has been derived already; whole paragraphs and more are left out */
  corrections: z.array(correctionView),
  /** what the checks find in the head; null where that is not ready yet: then ask for it (`findingsRequest`) */
  findings: z.array(findingView).nullable(),
  /** what this browser had typed and not saved, newest first */
  drafts: z.array(draftView),
  person: person.nullable(),
})
export type Desk = z.infer<typeof desk>
