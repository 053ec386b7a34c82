import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { Problem } from '../../errors.ts'

/** What a form on another site could send without asking first (fetch.spec.whatwg.org, CORS-safelisted). */
const couldBeAForm = (method: string, headers: IncomingHttpHeaders): boolean =>
  method === 'POST' &&
  !/^application\/(?:[\w.+-]*\+)?json\b/i.test(headers['content-type'] ?? '') &&
  !/^application\/json\b/i.test(headers.accept ?? '')

/**
 * May this request write? Browsers tell where it comes from in Sec-Fetch-Site, older ones in Origin. Where neither is said it is a
 * program (curl, a script), which is let in if it sends or asks for JSON, or uses PUT or DELETE: no other site's form can do that.
 */
export function mayWrite(method: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  if (origin !== undefined) return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
  return !couldBeAForm(method, headers)
}

export const sameSiteWritesOnly: RequestHandler = (request, _response, next) => {
  const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
  next(reads || mayWrite(request.method, request.headers) ? undefined : new Problem('cross-site-refused'))
}
