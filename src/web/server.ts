import { join } from 'node:path'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { Deps } from '../app/deps.ts'
import { Problem } from '../errors.ts'
import { answerAsk, answerFailure } from './answer.ts'
import { apart } from './apart.ts'
import { assetAddresses } from './assets.ts'
import { siteMap } from './index.ts'
import { bodyReaders } from './middleware/body.ts'
import { ownHostOnly } from './middleware/host.ts'
import { sameSiteWritesOnly } from './middleware/same-site.ts'
import { security } from './middleware/security.ts'
import { methods, type Place, type WebSettings } from './page.ts'

export type { WebSettings } from './page.ts'

/** To this very machine the bytes are free and gzip is not. */
const isFar = (request: Request): boolean => !/^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '')
const compress = compression()
const compressFar: RequestHandler = (request, response, next) =>
  isFar(request) ? void compress(request, response, next) : next()

const serveAssets = (folder: string): RequestHandler =>
  express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: Response) =>
      response.setHeader(
        'Cache-Control',
        response.req.url.includes('?v=') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })

/** A method an address does not take is told what it does take. */
const otherMethods =
  (place: Place): RequestHandler =>
  (request, response, next) => {
    const takes = methods.filter(method => place[method]).map(method => method.toUpperCase())
    const allow = [...takes, ...(place.get ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    response.setHeader('Allow', allow)
    if (request.method === 'OPTIONS') response.status(204).end()
    else next(new Problem('method-not-allowed', { allow }))
  }

/** The whole web side over the app's verbs; `src/cli/serve.ts` listens. Requests that are not ours to answer are refused first. */
export function createApp(deps: Deps, settings: WebSettings): Express {
  const assetsDir = settings.assetsDir ?? join(import.meta.dirname, '../../build/client')
  const site = { deps, settings, assets: assetAddresses(assetsDir) }
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  app.use(...security, ownHostOnly, sameSiteWritesOnly)
  app.use(compressFar)
  app.use('/assets', serveAssets(assetsDir))
  for (const place of siteMap) {
    const route = app.route(place.path)
    const readers = bodyReaders(settings.textBytes, place.files, deps.limits.files)
    for (const method of methods) {
      const page = place[method]
      if (page) route[method](...(method === 'get' ? [] : readers), answerAsk(site, apart(place.path, page)))
    }
    route.all(otherMethods(place))
  }
  app.use((request, _response, next) => {
    decodeURIComponent(request.path)
    next(new Problem('page-unknown'))
  })
  const failed: ErrorRequestHandler = (error, request, response, _next) => answerFailure(site, error, request, response)
  app.use(failed)
  return app
}
