import type { Mark } from '../../formats/document.ts'
import { documentOf } from '../../store/documents.ts'
import { bareHeadOf } from '../../store/heads.ts'
import { changeBetween, changeByLines, editsOf } from '../../text/change.ts'
import { placeMarks } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import { hasWord } from '../../text/word-edges.ts'
import type { Deps } from '../deps.ts'
import { textAt } from '../revisions/read-revision.ts'

const isSpace = (sign: string): boolean => sign === '' || /\s/u.test(sign)
const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign)

/** Does a code stand here as a word does: a placeholder, for a name or a number that is put in later? */
const isWord = (text: string, at: number): boolean => {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return isSpace(before) && !isLetter(after) && before + after !== ''
}

/** Where codes stand for words in a text of a translation, the head or one that is typed; in order. */
async function codeWords(deps: Deps, translationId: string, text: string): Promise<readonly number[]> {
  const { db } = deps.store
  const document = await documentOf(db, translationId)
  const points = document
    ? (JSON.parse(document.marks) as readonly Mark[]).filter(({ kind, label }) => kind === 'point' && label !== '')
    : []
  if (points.length === 0) return []
  const [head, mt] = await Promise.all([bareHeadOf(db, { translationId }), textAt(deps, translationId, 0)])
  const byLines = head?.fixed === 1 && mt.split('\n').length === text.split('\n').length
  const edits = mt === text ? [] : editsOf((byLines ? changeByLines : changeBetween)(mt, text))
  return placeMarks(mt, points, edits)
    .map(({ from }) => from)
    .filter(at => isWord(text, at))
    .sort((a, b) => a - b)
}

/**
 * Without what is found only because a placeholder of an imported file is no character of the text: two spaces or a space before a stop where
 * it stands between them, words that it keeps apart.
 * @param findings in the order of the text
 */
export async function withoutCodes<F extends Span>(
  deps: Deps,
  { translationId, text }: { readonly translationId: string; readonly text: string },
  findings: readonly F[],
): Promise<readonly F[]> {
  if (findings.length === 0) return findings
  const codes = await codeWords(deps, translationId, text)
  if (codes.length === 0) return findings
  let next = 0
  return findings.filter(({ from, to }) => {
    while (next < codes.length && (codes[next] as number) < from) next++
    const at = codes[next]
    if (at === undefined || at > to) return true
    return hasWord(text.slice(from, to)) && !(from < at && at < to)
  })
}
