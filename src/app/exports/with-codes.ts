import type { ChangeSet } from '@codemirror/state'
import type { Document, Mark, SourceCode } from '../../formats/document.ts'
import type { ExportedArticle, ExportedCorrection, ExportedFlag, ExportedRevision } from '../../formats/format.ts'
import { applyChange, canonical, changeBetween, changeByLines, readChange } from '../../text/change.ts'
import { codeSides } from '../../text/code-sign.ts'
import { placeMarks } from '../../text/marks.ts'
import type { Step } from '../../text/path.ts'
import type { Span } from '../../text/span.ts'
import { titleFrom } from '../articles/article-fields.ts'
import { correctionsOf } from '../corrections/corrections-of.ts'
import { sha256 } from '../hash.ts'
import { editsBetween } from '../marks/placed-marks.ts'

/** The codes of a translation. */
export interface CodesOf {
  /** on the MT */
  readonly marks: readonly Mark[]
  /** where people have put them in the corrected text */
  readonly put: ReadonlyMap<string, Span>
  /** of the source; none where it is no longer what the file had */
  readonly source: readonly SourceCode[]
}

type PlainMark = Mark & { readonly kind: 'pair' | 'point'; readonly plain: readonly [string, string] }
const isPlain = (mark: Mark): mark is PlainMark => mark.plain !== undefined && mark.kind !== 'raw'

/** A text with its codes put in as characters, and where its offsets have come to. */
class Woven {
  readonly text: string
  readonly #of: string
  readonly #codes: readonly SourceCode[]
  /** characters put in before code i, at i */
  readonly #before: readonly number[]

  /** @param codes in the order of the text */
  constructor(of: string, codes: readonly SourceCode[]) {
    let [text, at, put] = ['', 0, 0]
    const before = [0]
    for (const code of codes) {
      text += of.slice(at, code.at) + code.text
      at = code.at
      before.push((put += code.text.length))
    }
    this.text = text + of.slice(at)
    this.#of = of
    this.#codes = codes
    this.#before = before
  }

  /** An offset; `behind`: behind the codes that stand there. */
  at(offset: number, behind: boolean): number {
    let [low, high] = [0, this.#codes.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const code = this.#codes[middle] as SourceCode
      if (behind ? code.at <= offset : code.at < offset) low = middle + 1
      else high = middle
    }
    return offset + (this.#before[low] ?? 0)
  }

  /** Words without the codes around them; a whole line with all that stands in it. */
  span({ from, to }: Span): Span {
    if (from === to) return { from: this.at(from, false), to: this.at(from, false) }
    const isStart = from === 0 || this.#of[from - 1] === '\n'
    const isEnd = to === this.#of.length || this.#of[to] === '\n'
    const whole = isStart && isEnd
    return { from: this.at(from, !whole), to: this.at(to, whole) }
  }
}

const woven = (mt: string, text: string, fixed: boolean, marks: readonly PlainMark[], put: CodesOf['put']): Woven => {
  const placed = placeMarks(mt, marks, editsBetween(mt, text, fixed), put)
  // one that a person has put somewhere stands behind what stood there, as in the file
  const inOrder = [...placed.filter(each => !each.asked), ...placed.filter(each => each.asked)]
  const standing = inOrder.map(({ mark, from, to, gone }) => ({ ...mark, from, to, lost: gone }))
  const codes = codeSides(standing).map(({ at, side, code: { plain } }) => ({
    at,
    text: side === 'closes' ? plain[1] : side === 'both' ? plain.join('') : plain[0],
  }))
  return new Woven(text, codes)
}

const none: CodesOf['put'] = new Map()

/** The texts of all revisions, that of the MT first. */
function* textsOf({ mtText, revisions }: ExportedArticle): Generator<string> {
  let text = mtText
  yield text
  for (const { change } of revisions) yield (text = applyChange(text, readChange(JSON.stringify(change))))
}

const flagIn = (flag: ExportedFlag, of: Woven, now: Woven): ExportedFlag => {
  const span = of.span(flag)
  return { ...flag, ...span, words: of.text.slice(span.from, span.to), place: flag.place && now.span(flag.place) }
}

/** The corrections between the two texts with their codes; category, maker and time are those that they have without. */
function correctionsIn(article: ExportedArticle, mt: Woven, now: Woven, changes: readonly ChangeSet[]) {
  const { fixed, revisions, corrections } = article
  const byPlace = new Map(corrections.map(each => [JSON.stringify(mt.span(each)), each]))
  const before = ({ from, to }: Span): ExportedCorrection | undefined => byPlace.get(JSON.stringify({ from, to }))
  // what undid or restored what is known of those without codes
  const steps = changes.map((change, i): Step => ({ number: i + 1, change, restores: null, undoes: null }))
  const makers = revisions.map(({ author, at }) => ({ author, at }))
  return correctionsOf({ mt: mt.text, text: now.text, fixed, steps, makers }, ({ fromA, toA }) =>
    before({ from: fromA, to: toA }),
  ).map(each => {
    const { author, at } = before({ from: each.from, to: each.to }) ?? each
    return { ...each, author, at }
  })
}

/**
 * An article as it is written into a new file: where an inline code has a text (`%d` of a message, what `equiv-text` says), it stands there as characters,
 * for the new file has no code to say it. Texts, revisions, flags and corrections go along; what only formats is left out.
 */
export function withCodes(article: ExportedArticle, { marks, put, source }: CodesOf): ExportedArticle {
  const sourceText = source.length === 0 ? article.sourceText : new Woven(article.sourceText, source).text
  const plain = marks.filter(isPlain)
  if (plain.length === 0) return { ...article, sourceText }
  const { mtText, text, fixed, revisions, flags } = article
  const versions = [...textsOf(article)].map((each, i) =>
    woven(mtText, each, fixed, plain, i === revisions.length && i > 0 ? put : none),
  )
  const mt = versions[0] as Woven
  const now = revisions.length === 0 ? woven(mtText, text, fixed, plain, put) : (versions.at(-1) as Woven)
  const between = fixed ? changeByLines : changeBetween
  const changes = revisions.map((_, i) => between(versions[i]?.text ?? '', versions[i + 1]?.text ?? ''))
  return {
    ...article,
    title: article.titleIsFirstLine ? titleFrom(now.text) : article.title,
    sourceText,
    mtText: mt.text,
    text: now.text,
    revisions: revisions.map((revision, i): ExportedRevision => ({
      ...revision,
      change: JSON.parse(canonical(changes[i] as ChangeSet)) as unknown,
      hash: sha256(versions[i + 1]?.text ?? ''),
    })),
    flags: flags.map(flag => flagIn(flag, versions[flag.revision] ?? mt, now)),
    corrections: correctionsIn(article, mt, now, changes),
  }
}

/** The codes of a document of a file that nobody has worked on here. */
export const codesOfDocument = ({ marks, sourceCodes }: Document): CodesOf => ({ marks, put: none, source: sourceCodes }) // prettier-ignore
