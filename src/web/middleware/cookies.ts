import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { CookieName } from '../page.ts'

const year = 365 * 24 * 3600

/** Where TLS allows, the browser itself sees to it that the cookie is of this very host and was set over TLS. */
const nameOf = (request: Request, name: CookieName): string => (request.secure ? `__Host-${name}` : name)

export function readCookie(request: Request, name: CookieName): string | undefined {
  const wanted = nameOf(request, name)
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === wanted) return part.slice(at + 1).trim()
  }
  return undefined
}

/** Values are our own: ids, keys of lists, numbers; nothing that needs to be encoded. @param seconds 0 takes the cookie back */
export function setCookie(request: Request, response: Response, name: CookieName, value: string, seconds = year): void {
  const secure = request.secure ? '; Secure' : ''
  response.append(
    'Set-Cookie',
    `${nameOf(request, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  )
}

/** The name this browser goes by; drafts belong to it. Made at the first request. */
export function browserOf(request: Request, response: Response): string {
  const known = readCookie(request, 'rp_browser')
  if (known !== undefined && /^[\w-]{16,64}$/.test(known)) return known
  const made = randomBytes(18).toString('base64url')
  setCookie(request, response, 'rp_browser', made)
  return made
}
