import { changeMany, type ManyAction, type OneResult } from '../../app/articles/change-many.ts'
import { exportMany } from '../../app/exports/export-many.ts'
import { Problem } from '../../errors.ts'
import { contentDisposition } from '../../formats/file-name.ts'
import { fill, messages, problemSentence, type Language } from '../../i18n/index.ts'
import { states } from '../../wire/common.ts'
import { safeReturn } from '../address.ts'
import { exportChoice } from '../export-choice.ts'
import { field, fieldList, oneOf, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { checkNames } from '../view/gate-told.ts'
import { chosenArticles } from '../which.ts'

const actions = ['state', 'archive', 'unarchive', 'export'] as const

/** One file where one holds them all, else a zip. */
async function give(ask: Ask, articleIds: readonly string[]): Promise<Answer> {
  const { format, ...options } = exportChoice(ask, field(ask, 'format'), name => field(ask, name) || null)
  const { fileName, mediaType, body } = await exportMany(ask.deps, articleIds, format, options)
  return { kind: 'file', body, mediaType, disposition: contentDisposition(fileName) }
}

/** What was before the person: `TRANSLATION:REVISION` of each. */
function readBases(ask: Ask): ReadonlyMap<string, number> {
  const bases = fieldList(ask, 'base').map(named => {
    const [, id, number] = /^([0-9a-z]{16}):(\d{1,15})$/.exec(named) ?? []
    if (id === undefined) throw new Problem('field-invalid', { field: 'base' })
    return [id, Number(number)] as const
  })
  if (bases.length === 0) throw new Problem('field-invalid', { field: 'base' })
  return new Map(bases)
}

function readAction(ask: Ask, kind: 'state' | 'archive' | 'unarchive'): ManyAction {
  if (kind !== 'state') return { kind }
  const state = oneOf('state', states, field(ask, 'state'))
  return state === 'approved' ? { kind, state, bases: readBases(ask), reason: field(ask, 'reason') } : { kind, state }
}

type Refused = OneResult & { readonly problem: Problem }
const isRefused = (result: OneResult): result is Refused => result.problem !== null

/** The checks whose certain findings closed a gate. */
function namedChecks(language: Language, { code, values }: Problem): readonly string[] {
  if (code !== 'gate-closed' || !values['findings']) return []
  const checks = checkNames(language, String(values['checks']).split(', '))
  return [fill(language, messages(language).gate.many.checks, { checks })]
}

/** Each that was refused, with why; those whose gate is closed can be approved with a reason, all with one. */
function tellRefused(ask: Ask, done: number, refused: readonly Refused[]): Answer {
  const { language } = ask
  const m = messages(language)
  const told = refused.map(({ articleId, title, problem }) => ({
    articleId,
    title,
    why: [problemSentence(language, problem), ...namedChecks(language, problem)].join(' '),
    needsReason: problem.code === 'gate-closed' || problem.values['field'] === 'reason',
  }))
  return {
    kind: 'page',
    view: 'queue-refused',
    status: 409,
    model: {
      title: m.gate.many.title,
      done,
      closed: told.filter(each => each.needsReason),
      others: told.filter(each => !each.needsReason),
      reason: field(ask, 'reason'),
      bases: fieldList(ask, 'base'),
      back: safeReturn(field(ask, 'back')),
    },
  }
}

/**
 * The same done to all that are chosen in the queue. Who approves says of each translation which revision was read; a form or JSON:
 *
 *     {"action": "state", "state": "approved", "article": ["ID", …], "base": ["TRANSLATION:3", …], "reason": "…"}
 */
export const queueChange: Page = async ask => {
  const kind = oneOf('action', actions, field(ask, 'action'))
  const articleIds = chosenArticles(ask)
  if (articleIds.length === 0) throw new Problem('nothing-chosen')
  if (kind === 'export') return give(ask, articleIds)
  const action = readAction(ask, kind)
  const results = await changeMany(ask.deps, { person: await writer(ask), articleIds, action })
  const refused = results.filter(isRefused)
  const done = results.length - refused.length
  if (refused.length > 0 && !ask.program) return tellRefused(ask, done, refused)
  const data = {
    changed: done,
    results: results.map(({ articleId, title, problem }) =>
      problem === null ? { articleId, problem } : { articleId, title, problem: problem.code, values: problem.values },
    ),
  }
  return { kind: 'go', to: safeReturn(field(ask, 'back')), notice: ['manyChanged', done], data }
}
