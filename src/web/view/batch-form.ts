/** The form of a new batch: what was typed, and what it asks for. */
import type { Deps } from '../../app/deps.ts'
import { batchRequest, type BatchRequest } from '../../wire/batch.ts'
import { field, fields, parsed } from '../form.ts'
import type { Ask } from '../page.ts'

const names = [
  'before', 'after', 'kind', 'about', 'article', 'where', 'system', 'since', 'archived', 'summary', 'category', 'severity',
] as const // prettier-ignore
export type BatchFields = Readonly<Record<(typeof names)[number], string>>

/** How long ago an article may have been worked on, days. */
export const sinceDays = [1, 7, 30, 365] as const
const day = 24 * 3_600_000

/** What was typed. */
export const typedBatch = (ask: Ask): BatchFields =>
  Object.fromEntries(names.map(name => [name, field(ask, name)])) as BatchFields

/** What a form that is not sent yet is filled with. */
export const newBatch = (query: URLSearchParams): BatchFields => {
  const given = (name: string): string => (query.get(name) ?? '').replaceAll('\0', '').toWellFormed()
  return { ...(Object.fromEntries(names.map(name => [name, given(name)])) as BatchFields), where: 'all' }
}

/** What was sent, by a form or by a program. @throws Problem field-invalid */
export function sentBatch(ask: Ask, { now }: Pick<Deps, 'now'>): BatchRequest {
  if (ask.sentJson) return parsed(batchRequest, fields(ask))
  const { before, after, kind, about, article, where, system, since, archived, summary, category, severity } =
    typedBatch(ask)
  const days = sinceDays.find(n => String(n) === since)
  return parsed(batchRequest, {
    before,
    after,
    ...(kind === '' ? {} : { kind }),
    about,
    summary: summary.replace(/\s+/g, ' ').trim(),
    scope: {
      ...(where === 'article' && article !== '' ? { article } : {}),
      ...(where === 'unapproved' ? { unapproved: true } : {}),
      ...(system === '' ? {} : { system }),
      ...(days === undefined ? {} : { since: Math.max(0, now() - days * day) }),
      ...(archived === '' ? {} : { archived: true }),
    },
    ...(category === '' ? {} : { category }),
    ...(severity === '' ? {} : { severity }),
  })
}
