import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** The nonce of this answer, for the script and style elements of its page and for CodeMirror's styles. */
export const nonceOf = (response: Response): string => String(response.locals['nonce'])

/** 122 random bits, of which Node keeps a stock: asking the kernel at each request is a tenth of its cost. */
const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomUUID()
  next()
}

/** Nothing runs that is not ours; nothing is fetched from elsewhere. No HSTS or upgrade: the local mode speaks plain HTTP. */
const policies = helmet({
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

/** Stands for the nonce in what is the same for every answer. */
const anyNonce = '{nonce}'

/** What helmet sets, asked once: its thirteen steps at each request cost more than the rest of a page that is kept. */
function fixedHeaders(): readonly (readonly [string, string])[] {
  const set: [string, string][] = []
  const response = {
    locals: { nonce: anyNonce },
    setHeader: (name: string, value: string) => set.push([name, value]),
    removeHeader: () => undefined,
  }
  policies({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error) throw error as Error
  })
  return set
}

const fixed = fixedHeaders()

const giveHeaders: RequestHandler = (_request, response, next) => {
  const nonce = nonceOf(response)
  for (const [name, value] of fixed) response.setHeader(name, value.replaceAll(anyNonce, nonce))
  next()
}

export const security: readonly RequestHandler[] = [giveNonce, giveHeaders]
