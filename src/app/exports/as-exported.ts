import type { Document, ReadFlag } from '../../formats/document.ts'
import type { ExportedArticle, ExportedFlag, ExportedRevision } from '../../formats/format.ts'
import { canonical, changeBetween, changeByLines } from '../../text/change.ts'
import type { Step } from '../../text/path.ts'
import { placeAt } from '../../text/place.ts'
import { countWords } from '../../text/words.ts'
import { titleFrom } from '../articles/article-fields.ts'
import { correctionsOf } from '../corrections/corrections-of.ts'
import { sha256 } from '../hash.ts'

const changedWords = (text: string, step: Step): { wordsAdded: number; wordsRemoved: number } => {
  let [wordsAdded, wordsRemoved] = [0, 0]
  step.change.iterChanges((from, to, _from, _to, inserted) => {
    wordsAdded += countWords(inserted.toString())
    wordsRemoved += countWords(text.slice(from, to))
  })
  return { wordsAdded, wordsRemoved }
}

/** What a flag is called by its number; '' of none. */
const idOf = (number: number | null): string => (number === null ? '' : `flag-${number + 1}`)

const asFlag = (
  flag: ReadFlag,
  i: number,
  texts: readonly string[],
  steps: readonly Step[],
  at: number,
): ExportedFlag => {
  const { revision, from, to, dismissedReason } = flag
  const words = (texts[revision] ?? '').slice(from, to)
  const place = placeAt({ revision, from, to, words }, steps, steps.length)
  const gone = place.state === 'orphaned'
  return {
    ...flag,
    id: idOf(i),
    words,
    place: gone ? null : { from: place.from, to: place.to },
    at: flag.at ?? at,
    status: dismissedReason === undefined ? place.state : 'dismissed',
    fixedBy: place.state === 'fixed' ? place.by : null,
    dismissedReason: dismissedReason ?? '',
  }
}

/**
 * A document of a file as it would be exported from the store, without ever having been in it.
 * @param at epoch ms, for what the file gives no time
 */
export function asExported(document: Document, at: number): ExportedArticle {
  const texts = [document.text, ...document.revisions.map(({ text }) => text)]
  const steps: Step[] = document.revisions.map(({ text }, i) => ({
    number: i + 1,
    change: (document.fixed ? changeByLines : changeBetween)(texts[i] ?? '', text),
    restores: null,
    undoes: null,
  }))
  const revisions = document.revisions.map(({ author, at: then, summary, text }, i): ExportedRevision => ({
    number: i + 1,
    author,
    at: then ?? at,
    summary,
    change: JSON.parse(canonical((steps[i] as Step).change)) as unknown,
    hash: sha256(text),
    ...changedWords(texts[i] ?? '', steps[i] as Step),
    restores: null,
    undoes: null,
    mergedFrom: null,
    reasons: [],
  }))
  return {
    title: document.title || titleFrom(texts.at(-1) ?? ''),
    titleIsFirstLine: document.title === '',
    address: document.address,
    sourceLanguage: document.sourceLanguage,
    sourceText: document.sourceText,
    createdAt: at,
    exportedAt: at,
    system: document.system,
    language: document.language || 'sv',
    state: revisions.length > 0 ? 'corrected' : 'new',
    mtText: document.text,
    text: texts.at(-1) ?? '',
    revisions,
    flags: document.flags.map((flag, i) => asFlag(flag, i, texts, steps, at)),
    annotators: document.annotators,
    judgements: document.judgements,
    decisions: document.decisions.map(({ a, b, choice, flag, author, at: then, comment }) => ({
      ...{ a: idOf(a), b: idOf(b), flag: idOf(flag) },
      ...{ choice, person: author, at: then ?? at, comment },
    })),
    corrections: correctionsOf({
      mt: document.text,
      text: texts.at(-1) ?? '',
      fixed: document.fixed,
      steps,
      makers: revisions.map(({ author, at }) => ({ author, at })),
    }),
    fixed: document.fixed,
  }
}
