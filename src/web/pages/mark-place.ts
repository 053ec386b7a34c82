import { findBareHead } from '../../app/find-head.ts'
import { listMarks } from '../../app/marks/list-marks.ts'
import { placeMark } from '../../app/marks/place-mark.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { Problem } from '../../errors.ts'
import { fill, messages } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import { markPlacing, type MarkPlacing } from '../../wire/mark.ts'
import { articleAddress } from '../address.ts'
import { field, parsed, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'
import { codesPage } from './article-codes.ts'

/** Where the n-th of the words stands in a line of a text; null where it does not. */
function findWords(text: string, line: Span, words: string, n: number): Span | null {
  let at = line.from - 1
  for (let i = 0; i < n; i++) {
    at = text.indexOf(words, at + 1)
    if (at < 0 || at + words.length > line.to) return null
  }
  return { from: at, to: at + words.length }
}

const lineAround = (text: string, at: number): Span => {
  const end = text.indexOf('\n', at)
  return { from: text.lastIndexOf('\n', at - 1) + 1, to: end < 0 ? text.length : end }
}

/**
 * What the form says: words of the code's paragraph, as it is now, around which (a point: before which) it is to stand; none leave it where
 * it is. Null where the words are not there.
 */
async function fromForm(ask: Ask): Promise<MarkPlacing | null> {
  const mark = field(ask, 'mark')
  const chosen = which(ask)
  const [{ id }, { revision, marks }] = await Promise.all([
    findBareHead(ask.deps.store.db, chosen),
    listMarks(ask.deps, chosen),
  ])
  const found = marks.find(one => one.id === mark)
  if (!found) throw new Problem('mark-unknown')
  const words = field(ask, 'words').trim()
  if (words === '') return { mark, revision, from: found.from, to: found.gone ? found.from : found.to }
  const text = await textAt(ask.deps, id, revision)
  const span = findWords(text, lineAround(text, found.from), words, Math.max(1, Number(field(ask, 'occurrence')) || 1))
  return span && { mark, revision, from: span.from, to: found.kind === 'point' ? span.from : span.to }
}

/** A person puts a code of the imported file elsewhere. */
export const markPlace: Page = async ask => {
  const chosen = which(ask)
  const person = await writer(ask)
  if (ask.sentJson)
    return { kind: 'data', data: await placeMark(ask.deps, person, chosen, parsed(markPlacing, ask.body)) }
  try {
    const placing = await fromForm(ask)
    if (placing === null) {
      const sentence = messages(ask.language).codes.page.wordsMissing
      return await codesPage(ask, fill(ask.language, sentence, { words: seen(field(ask, 'words').trim()) }))
    }
    const data = await placeMark(ask.deps, person, chosen, parsed(markPlacing, placing))
    const query = { translation: chosen.translationId, only: field(ask, 'only') === 'lost' ? 'lost' : null }
    return { kind: 'go', to: articleAddress(chosen.articleId, 'codes', query), notice: ['markPlaced'], data }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'mark-misfit' || ask.program) throw error
    return codesPage(ask, error)
  }
}
