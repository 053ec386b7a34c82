import { articlesAtWork } from '../app/annotate/disclosed.ts'
import { rememberLook } from '../app/annotate/seen.ts'
import { articlesGiven } from '../app/exports/export-many.ts'
import { articleOfFlag } from '../app/flags/flag-story.ts'
import { Problem } from '../errors.ts'
import { formatChosen } from './export-choice.ts'
import { field } from './form.ts'
import type { Answer, Ask, Page } from './page.ts'
import { chosenArticles, which } from './which.ts'

/** Of an article, and telling nothing of what is wrong with it. */
const harmless: ReadonlySet<string> = new Set([
  '/articles/:id/annotations',
  '/articles/:id/drafts/:tab',
  '/articles/:id/effort',
])
const isOfArticle = (path: string): boolean => /^\/articles\/:id(\/|$)/.test(path) && !harmless.has(path)
const isOfFlag = (path: string): boolean => path.startsWith('/flags/:id')
const filesOverAll: ReadonlySet<string> = new Set(['/corrections/export', '/quality/export'])

/** Of an article, and telling what errors annotators have found in which paragraph. */
const showing: ReadonlySet<string> = new Set(['/articles/:id/quality', '/articles/:id/export'])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Which article a line of a list is about; null where it is about none. */
function articleOf(line: Readonly<Record<string, unknown>>): unknown {
  const { articleId, article } = line
  return articleId ?? (isObject(article) ? article['id'] : article) ?? null
}

/** A model or its data without the lines of lists that are about these articles, however deep they stand. */
export function withoutArticles<T>(value: T, hidden: ReadonlySet<unknown>): T {
  if (Array.isArray(value)) {
    const kept = value.filter(line => !isObject(line) || !hidden.has(articleOf(line)))
    return kept.map(line => withoutArticles<unknown>(line, hidden)) as T
  }
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutArticles(part, hidden)])) as T
}

/** The id of the article that an address is of, or that a list is of alone; null where it is of none. */
async function asked(path: string, { deps, params, query }: Ask): Promise<string | null> {
  const id = params['id'] ?? ''
  if (isOfArticle(path)) return id
  return isOfFlag(path) ? articleOfFlag(deps, id) : query.get('article')
}

/** The articles that a file tells of. */
async function articlesIn(path: string, ask: Ask, all: Iterable<string>): Promise<Iterable<string>> {
  const { deps, query } = ask
  if (path === '/articles/:id/export') return articlesGiven(deps, [which(ask)], formatChosen(query.get('format') ?? ''))
  if (path === '/articles/many')
    return articlesGiven(deps, chosenArticles(ask).map(articleId => ({ articleId })), formatChosen(field(ask, 'format'))) // prettier-ignore
  return filesOverAll.has(path) ? all : []
}

/** The articles that lines of a page's data are about, however deep they stand. */
function articlesNamed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(articlesNamed)
  return isObject(value) ? [articleOf(value), ...Object.values(value).flatMap(articlesNamed)] : []
}

/** The articles of which an answer tells what one annotator has found alone. */
function articlesShown(path: string, ask: Ask, answer: Answer): readonly string[] {
  if (showing.has(path)) return [ask.params['id'] ?? '']
  if (answer.kind === 'file' && path === '/articles/many') return chosenArticles(ask)
  if (path !== '/quality' || answer.kind !== 'page') return []
  return [...new Set(articlesNamed(answer.data))].filter(id => typeof id === 'string')
}

const asTold = (answer: Answer, hidden: ReadonlySet<unknown>): Answer =>
  answer.kind === 'page'
    ? { ...answer, model: withoutArticles(answer.model, hidden), data: withoutArticles(answer.data, hidden) }
    : answer.kind === 'data'
      ? { ...answer, data: withoutArticles(answer.data, hidden) }
      : answer

/**
 * A page for somebody who annotates blind: as long as they have not finished, an article that they annotate is closed to them, whatever
 * translation of it is asked for; lists over all articles are without the lines that name it, and files over many wait. Who asks is the name
 * that the browser gives.
 * @param path of the site map
 */
export function apart(path: string, page: Page): Page {
  return async ask => {
    const atWork = await articlesAtWork(ask.deps.store.db, ask.person)
    if (atWork.size === 0) {
      const answer = await page(ask)
      await rememberLook(ask.deps, articlesShown(path, ask, answer), ask.person)
      return answer
    }
    const annotation = harmless.has(path) ? undefined : atWork.get((await asked(path, ask)) ?? '')
    if (annotation !== undefined) throw new Problem('annotation-begun', { annotation })
    const answer = await page(ask)
    await rememberLook(ask.deps, articlesShown(path, ask, answer), ask.person)
    const isFile = answer.kind === 'file' || answer.kind === 'stream'
    const given = isFile ? await articlesIn(path, ask, atWork.keys()) : []
    const within = [...given].map(id => atWork.get(id)).find(id => id !== undefined)
    if (within !== undefined) throw new Problem('annotation-begun', { annotation: within })
    return path.startsWith('/articles') || path.startsWith('/annotations')
      ? answer
      : asTold(answer, new Set(atWork.keys()))
  }
}
