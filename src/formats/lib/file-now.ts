/**
 * What of the corrections can be placed in a file as it reads now. A later version of this program may read it otherwise than the one that
 * imported it; then the file's text is compared with what was imported, and that is told (`unlike`).
 */
import { changeBetween, editsOf } from '../../text/change.ts'
import type { Warning } from '../fault.ts'
import type { ExportedArticle, Outgoing } from '../format.ts'

const unlike: readonly Warning[] = [{ code: 'unlike' }]

/** @param text of the file as it reads now */
export const warningsNow = (text: string, { mtText }: Pick<ExportedArticle, 'mtText'>): readonly Warning[] =>
  text === mtText ? [] : unlike

/**
 * Of a text whose paragraphs may be split, joined and moved: what makes the corrected one of it. In a text that reads otherwise nobody can say
 * where a mark was put.
 * @param text of the file as it reads now
 */
export function editsNow(text: string, { article, edits, placed }: Outgoing): Pick<Outgoing, 'edits' | 'placed'> {
  if (text === article.mtText) return { edits, placed }
  return { edits: editsOf(changeBetween(text, article.text)), placed: new Map() }
}

/** Where each line stands; -1 for one that stands in several places. */
const placesOf = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  for (const [i, line] of lines.entries()) places.set(line, places.has(line) ? -1 : i)
  return places
}

/** The line of the file that each line of the imported text is: the same one mostly, else the only one that reads so, else none. */
function partnersOf(file: readonly string[], imported: readonly string[]): (number | undefined)[] {
  if (file.length === imported.length) return imported.map((line, i) => (file[i] === line ? i : undefined))
  const [inFile, inText] = [placesOf(file), placesOf(imported)]
  return imported.map((line, i) => {
    const partner = inText.get(line) === i ? inFile.get(line) : undefined
    return partner === -1 ? undefined : partner
  })
}

export interface LinesNow {
  /** for each line of the article's texts its number in the file; undefined where the file has none that reads as it was imported */
  readonly partners: readonly (number | undefined)[]
  readonly warnings: readonly Warning[]
}

/**
 * Of a text whose lines are segments: which line of the file each of them is. One that reads otherwise now stays as it is: a correction of
 * other words would do it harm. All of them do where the corrected text has not as many lines as the MT.
 * @param text of the file as it reads now
 */
export function linesNow(text: string, article: Pick<ExportedArticle, 'mtText' | 'text'>): LinesNow {
  const imported = article.mtText.split('\n')
  if (imported.length !== article.text.split('\n').length) return { partners: [], warnings: unlike }
  return { partners: partnersOf(text.split('\n'), imported), warnings: warningsNow(text, article) }
}
