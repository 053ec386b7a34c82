import { findPerson } from '../../app/ensure-person.ts'
import type { Page } from '../page.ts'

/** For whoever watches: the server answers, and so does its database. */
export const healthShow: Page = async ask => {
  await findPerson(ask.deps, '')
  return { kind: 'data', data: { status: 'ok' } }
}
