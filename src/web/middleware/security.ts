import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** The nonce of this answer, for the script and style elements of its page and for CodeMirror's styles. */
export const nonceOf = (response: Response): string => String(response.locals['nonce'])

/** 122 random bits, of which Node keeps a stock: asking the kernel at each request is a tenth of its cost. */
const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomUUID()
  next()
}

/** Nothing runs that is not ours; nothing is fetched from elsewhere. No HSTS or upgrade: the local mode speaks plain HTTP. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: [(_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
})

export const security: readonly RequestHandler[] = [giveNonce, headers]
