/** From Express to a page and back: the only place that knows both. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, RequestHandler, Response } from 'express'
import type { Deps } from '../app/deps.ts'
import { findPerson } from '../app/ensure-person.ts'
import type { Problem } from '../errors.ts'
import { fill, formatTime, isLanguage, messages, pickLanguage, problemSentence, type Language } from '../i18n/index.ts'
import { annotationAddress } from './address.ts'
import type { Assets } from './assets.ts'
import { fields } from './form.ts'
import { browserOf, readCookie, setCookie } from './middleware/cookies.ts'
import { problemOf } from './middleware/failure.ts'
import { nonceOf } from './middleware/security.ts'
import { noticeCookie, readNotice } from './notice.ts'
import { themes, type Answer, type Ask, type Page, type WebSettings } from './page.ts'
import { renderView } from './render.ts'
import { seen } from './view/seen.ts'

export interface Site {
  readonly deps: Deps
  readonly settings: WebSettings
  readonly assets: Assets
}

const languageOf = (request: Request): Language => {
  const chosen = readCookie(request, 'rp_language')
  return isLanguage(chosen) ? chosen : pickLanguage(request.headers['accept-language'])
}

const themeOf = (request: Request) => themes.find(theme => theme === readCookie(request, 'rp_theme')) ?? 'auto'

const sentJson = (request: Request): boolean => /^application\/json\b/i.test(request.headers['content-type'] ?? '')

/** A person's browser asks for HTML by name; a program for JSON, or sends it. */
const isProgram = (request: Request): boolean =>
  sentJson(request) || (/json/i.test(request.headers.accept ?? '') && request.accepts(['html', 'json']) === 'json')

function goneOf(response: Response): AbortSignal {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableEnded) gone.abort()
  })
  return gone.signal
}

async function ask(site: Site, request: Request, response: Response): Promise<Ask> {
  const id = readCookie(request, 'rp_person')
  const uploads = Array.isArray(request.files) ? request.files : []
  return {
    deps: site.deps,
    settings: site.settings,
    url: request.originalUrl,
    params: request.params as Record<string, string>,
    query: new URLSearchParams(request.originalUrl.split('?').slice(1).join('?')),
    body: (request.body as unknown) ?? {},
    sentJson: sentJson(request),
    files: uploads.map(file => ({ name: file.originalname, bytes: file.buffer })),
    language: languageOf(request),
    theme: themeOf(request),
    browser: browserOf(request, response),
    person: id !== undefined && /^[0-9a-z]{16}$/.test(id) ? await findPerson(site.deps, id) : null,
    program: isProgram(request),
    browsing: !isProgram(request) && /html/i.test(request.headers.accept ?? ''),
    gone: goneOf(response),
    setCookie: (name, value, seconds) => setCookie(request, response, name, value, seconds),
  }
}

function sendPage(
  site: Site,
  asked: Ask,
  request: Request,
  response: Response,
  answer: Answer & { kind: 'page' },
): void {
  const cookie = readCookie(request, 'rp_notice')
  if (cookie) asked.setCookie('rp_notice', '', 0)
  const frame = {
    lang: asked.language,
    theme: asked.theme,
    nonce: nonceOf(response),
    now: site.deps.now(),
    url: asked.url,
    person: asked.person,
    notice: readNotice(asked.language, cookie),
    assets: site.assets,
  }
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Vary', 'Accept, Accept-Language, Cookie')
  const html = renderView(answer.view, frame, answer.model, answer.drawn)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', html.length)
  response.status(answer.status ?? 200).end(html)
}

function sendData(response: Response, data: unknown, status = 200): void {
  response.setHeader('Cache-Control', 'no-store')
  response.status(status).json(data ?? {})
}

async function sendStream(
  asked: Ask,
  request: Request,
  response: Response,
  { pieces, mediaType, disposition }: Answer & { kind: 'stream' },
): Promise<void> {
  response.setHeader('Content-Type', mediaType)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Disposition', disposition)
  if (request.method === 'HEAD') return void response.end()
  // what fails on its way ends the connection, so that half a file is not taken for the whole
  await pipeline(Readable.from(pieces), response).catch((error: unknown) => {
    if (!asked.gone.aborted) throw error
  })
}

function send(site: Site, asked: Ask, request: Request, response: Response, answer: Answer): void | Promise<void> {
  switch (answer.kind) {
    case 'page':
      if (asked.program && answer.data !== undefined) return sendData(response, answer.data, answer.status)
      return sendPage(site, asked, request, response, answer)
    case 'data':
      return sendData(response, answer.data, answer.status)
    case 'go':
      if (asked.program) return sendData(response, answer.data ?? { to: answer.to }, answer.status)
      if (answer.notice) asked.setCookie('rp_notice', noticeCookie(answer.notice), 60)
      return response.redirect(303, answer.to)
    case 'stream':
      return sendStream(asked, request, response, answer)
    case 'file':
      response.setHeader('Content-Type', answer.mediaType)
      response.setHeader('Cache-Control', answer.cache ? 'public, max-age=86400' : 'no-store')
      if (answer.disposition !== undefined) response.setHeader('Content-Disposition', answer.disposition)
      response.send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body))
  }
}

export const answerAsk =
  (site: Site, page: Page): RequestHandler =>
  async (request, response) => {
    const asked = await ask(site, request, response)
    await send(site, asked, request, response, await page(asked))
  }

/** A form that was sent before there was a name comes back as a question for it, with all that was in the form. */
function nameQuestion(asked: Ask, problem: Problem): Answer {
  const kept = Object.entries(fields(asked)).filter(([name]) => name !== 'name')
  const hidden = kept.flatMap(([name, value]) =>
    Array.isArray(value) ? value.map(item => [name, String(item)]) : [[name, String(value)]],
  )
  return {
    kind: 'page',
    view: 'person-ask',
    status: problem.status,
    model: { hidden, problem: problemSentence(asked.language, problem), missing: problem.code === 'name-missing' },
  }
}

/** Of a purged article: who erased it, and when. */
function tombstone(language: Language, problem: Problem | null, now: number): string {
  const { at, person } = problem?.values ?? {}
  if (problem?.code !== 'article-purged' || typeof at !== 'number') return ''
  return fill(language, messages(language).article.purgedBy, {
    name: seen(String(person ?? '')),
    time: formatTime(language, at, now),
  })
}

/** Where to go on from a refusal; null where there is nowhere but the queue. */
function wayOn(language: Language, problem: Problem | null): { readonly to: string; readonly name: string } | null {
  const id = problem?.code === 'annotation-begun' ? problem.values['annotation'] : undefined
  return typeof id === 'string' ? { to: annotationAddress(id), name: messages(language).annotation.toOwn } : null
}

/** Every refusal and defect: a page for people, JSON for programs, and never a stack trace. */
export async function answerFailure(site: Site, error: unknown, request: Request, response: Response): Promise<void> {
  const problem = problemOf(error)
  // eslint-disable-next-line no-console -- the log of the one who runs it
  if (problem === null) console.error(error)
  if (response.headersSent) return void response.destroy()
  const status = problem?.status ?? 500
  const language = languageOf(request)
  const message = problem ? problemSentence(language, problem) : messages(language).common.defect
  const code = problem?.code ?? 'defect'
  if (isProgram(request)) return sendData(response, { error: { code, message, values: problem?.values ?? {} } }, status)
  // asking for the person may fail as the page did: the database may be away
  const asked = await ask(site, request, response).catch(() => null)
  if (
    asked &&
    problem &&
    request.method === 'POST' &&
    (problem.code === 'name-missing' || problem.code === 'name-invalid')
  )
    return send(site, asked, request, response, nameQuestion(asked, problem))
  if (asked)
    return sendPage(site, asked, request, response, {
      kind: 'page',
      view: 'error',
      status,
      model: {
        status,
        message,
        code,
        tombstone: tombstone(language, problem, site.deps.now()),
        wayOn: wayOn(language, problem),
      },
    })
  response.status(status).type('text').send(message)
}
