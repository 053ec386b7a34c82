import type { Messages } from '../messages.ts'
import { again } from './again.ts'
import { annotation } from './annotation.ts'
import { article } from './article.ts'
import { batches } from './batches.ts'
import { checks } from './checks.ts'
import { codes } from './codes.ts'
import { common } from './common.ts'
import { corrections } from './corrections.ts'
import { desk } from './desk.ts'
import { effort } from './effort.ts'
import { fileStates } from './file-states.ts'
import { flag } from './flag.ts'
import { formats } from './formats.ts'
import { gate } from './gate.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { memory } from './memory.ts'
import { mqm } from './mqm.ts'
import { problems } from './problems.ts'
import { quality } from './quality.ts'
import { queue } from './queue.ts'
import { review } from './review.ts'
import { terms } from './terms.ts'

/** English, the same tree as the Swedish. */
export const en: Messages = {
  common, queue, article, review, flag, annotation, gate, checks, codes, corrections, memory, batches, terms, quality, effort, again, desk, formats, imports, fileStates, history, problems, mqm,
} // prettier-ignore
