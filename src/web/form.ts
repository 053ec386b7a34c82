import type { z } from 'zod'
import { ensurePerson } from '../app/ensure-person.ts'
import type { Person } from '../app/deps.ts'
import { Problem } from '../errors.ts'
import type { Ask } from './page.ts'

/** A field of a form or of a JSON body as text; '' where it is not there. Line ends are `\n`, as everywhere inside. */
export function field(ask: Ask, name: string): string {
  const value = fields(ask)[name]
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first.replace(/\r\n?/g, '\n') : ''
}

/** All values of a field that may stand several times (checkboxes), or of a JSON array. */
export function fieldList(ask: Ask, name: string): readonly string[] {
  const value = fields(ask)[name]
  const list: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.filter(item => typeof item === 'string')
}

export const fields = (ask: Ask): Readonly<Record<string, unknown>> =>
  typeof ask.body === 'object' && ask.body !== null && !Array.isArray(ask.body)
    ? (ask.body as Record<string, unknown>)
    : {}

/** A non-negative whole number of a form or a query. @throws Problem field-invalid */
export function wholeNumber(name: string, value: string | null | undefined): number {
  if (value === null || value === undefined || !/^\d{1,15}$/.test(value.trim()))
    throw new Problem('field-invalid', { field: name })
  return Number(value)
}

/** The number a form or a JSON body has in a field. @throws Problem field-invalid */
export function numberField(ask: Ask, name: string): number {
  const value = fields(ask)[name]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : wholeNumber(name, field(ask, name))
}

/** What a program sent, by its schema. @throws Problem field-invalid with the path of the first fault */
export function parsed<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Problem('field-invalid', { field: issue?.path.join('.') || 'body' })
}

/** One of a fixed list. @throws Problem field-invalid */
export function oneOf<T extends string>(name: string, list: readonly T[], value: string | null): T {
  const found = list.find(item => item === value)
  if (found === undefined) throw new Problem('field-invalid', { field: name })
  return found
}

/**
 * Who writes: the person this browser is known by, or the one named in the field `name`, who is then remembered.
 * @throws Problem name-missing, name-invalid
 */
export async function writer(ask: Ask): Promise<Person> {
  const name = field(ask, 'name')
  if (ask.person && name === '') return ask.person
  if (name.trim() === '') throw new Problem('name-missing')
  const person = await ensurePerson(ask.deps, name)
  ask.setCookie('rp_person', person.id)
  return person
}
