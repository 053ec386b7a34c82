import type { Messages } from '../index.ts'
import { article } from './article.ts'
import { checks } from './checks.ts'
import { common } from './common.ts'
import { desk } from './desk.ts'
import { flag } from './flag.ts'
import { history } from './history.ts'
import { mqm } from './mqm.ts'
import { problems } from './problems.ts'
import { queue } from './queue.ts'
import { review } from './review.ts'

/** English, the same tree as the Swedish. */
export const en: Messages = { common, queue, article, review, flag, checks, desk, history, problems, mqm }
