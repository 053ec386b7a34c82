import request from 'supertest'
import { createApp } from '../../src/web/server.ts'
import type { CheckPool } from '../../src/app/findings/check-pool.ts'
import type { Deps } from '../../src/app/deps.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newsroom, type Newsroom } from '../app/newsroom.ts'

/** A newsroom behind its web site, and a browser's requests to it. */
export interface Site extends Newsroom {
  /** the bare client: no headers but its own */
  readonly bare: ReturnType<typeof request>
  get(path: string, cookie?: string): request.Test
  /** a program's request */
  json(path: string): request.Test
  /** a form sent from our own page, by Anna unless another cookie is given */
  form(path: string, fields: object | string, cookie?: string): request.Test
  /** Anna's cookie */
  readonly cookie: string
}

export async function openSite(store: Store, limits?: Partial<Deps['limits']>, checks?: CheckPool): Promise<Site> {
  const room = await newsroom(store, limits, checks)
  const bare = request(createApp(room.deps, { textBytes: room.deps.limits.textBytes, assetsDir: '/nonexistent' }))
  const cookie = `rp_person=${room.anna.id}; rp_browser=browser-of-the-tests; rp_language=en`
  return {
    ...room,
    bare,
    cookie,
    get: (path, sent = cookie) => bare.get(path).set('Accept', 'text/html').set('Cookie', sent),
    json: path => bare.get(path).set('Accept', 'application/json').set('Cookie', cookie),
    form: (path, fields, sent = cookie) =>
      bare
        .post(path)
        .type('form')
        .set('Accept', 'text/html')
        .set('Sec-Fetch-Site', 'same-origin')
        .set('Cookie', sent)
        .send(fields),
  }
}

/** The value of a field in a page. */
export const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
