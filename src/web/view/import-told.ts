import type { AboutFile } from '../../app/imports/about-file.ts'
import type { FileView, ImportView } from '../../app/imports/import-view.ts'
import type { DocumentSummary } from '../../app/imports/summarise-reading.ts'
import type { Problem } from '../../errors.ts'
import { alikeChoices } from './alike-choices.ts'
import { formats } from '../../formats/index.ts'
import { stagesTold } from '../../i18n/file-state-told.ts'
import {
  fill,
  formatNumber,
  languageName,
  messages,
  plural,
  problemSentence,
  warningSentence,
  type Language,
} from '../../i18n/index.ts'

/** Of a file's documents and articles so many are listed. */
const mostListed = 20

const labelOf = (id: string): string => formats.find(format => format.id === id)?.label ?? id

const sizeTold = (language: Language, bytes: number): string =>
  bytes < 1_000_000
    ? `${formatNumber(language, Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(language, Math.round(bytes / 100_000) / 10)} MB`

type Counted = 'segments' | 'corrections' | 'comments' | 'terms' | 'documents'

/** What there is of each, in words; what there is none of is not told. */
const counts = (language: Language, of: Partial<Record<Counted, number>>): string[] => {
  const m = messages(language).imports
  const told: readonly Counted[] = ['documents', 'terms', 'segments', 'corrections', 'comments']
  return told.flatMap(what => (of[what] ? [plural(language, m[what], of[what])] : []))
}

function documentTold(language: Language, about: AboutFile, document: DocumentSummary, n: number) {
  const { title, system, sourceLanguage, targetLanguage, start } = document
  const to = languageName(language, targetLanguage)
  const languages = sourceLanguage === '' ? to : fill(language, messages(language).imports.languages, { from: languageName(language, sourceLanguage), to }) // prettier-ignore
  const { segments, corrections, comments } = document
  return {
    title,
    told: [
      languages,
      system,
      ...counts(language, { segments, corrections, comments }),
      stagesTold(language, document.stages ?? {}, segments),
    ].filter(part => part !== ''),
    start,
    duplicates: about.duplicates.filter(twin => twin.document === n),
  }
}

/** A file as the page draws it. */
function fileTold(language: Language, file: FileView, number: number, system: string) {
  const { about, articles } = file
  const { documents, totals } = about
  const { segments, corrections, comments } = totals
  // of one document the list says it all
  const listed = documents.slice(0, mostListed).map((document, n) => documentTold(language, about, document, n))
  const [only] = listed
  const bare = totals.documents === 1 && only?.title === '' && only.duplicates.length === 0 ? only.told : null
  const summed = totals.documents > 1 ? { documents: totals.documents, segments, corrections, comments } : {}
  return {
    id: file.id,
    number,
    name: file.name,
    format: file.format && labelOf(file.format),
    size: sizeTold(language, file.size),
    state: file.state,
    chosen: about.duplicated < totals.documents || totals.terms > 0,
    readable: file.state === 'read' && (totals.documents > totals.empty || totals.terms > 0),
    problem: about.refused && problemSentence(language, about.refused),
    warnings: about.warnings.map(warning => warningSentence(language, warning)),
    counted: [
      ...(bare ?? []),
      ...counts(language, { ...summed, terms: totals.terms }),
      totals.documents > 1 ? stagesTold(language, totals.stages ?? {}, segments) : '',
    ].filter(part => part !== ''),
    columns: about.columns,
    terms: totals.terms,
    alike: about.alike.length > 0 ? alikeChoices(language, about.alike, system) : null,
    start: bare ? (only?.start ?? '') : '',
    documents: bare ? [] : listed,
    moreDocuments: Math.max(0, totals.documents - mostListed),
    articles: articles.slice(0, mostListed).map(({ articleId: id, title }) => ({ id, title })),
    moreArticles: articles.length > mostListed ? Math.max(0, file.importedDocuments - mostListed) : 0,
  }
}

/** Why something was not done with an import. */
export const importRefusal = (language: Language, problem: Problem | null): string | null =>
  problem && (problem.code === 'nothing-chosen' ? messages(language).imports.none : problemSentence(language, problem))

/** What became of it in all, where it is done: articles, and files that are none. */
function sumsOf(language: Language, { state, progress, files }: ImportView): string[] {
  const m = messages(language).imports
  const refused = files.filter(file => file.state === 'refused').length
  return [
    ...(state === 'done' ? [plural(language, m.articles, progress.imported)] : []),
    ...(refused > 0 ? [plural(language, m.refused, refused)] : []),
  ]
}

/** An import in words, for its page and for the script that follows it. */
export function importTold(language: Language, job: ImportView) {
  const { documents: all, imported: done } = job.progress
  return {
    ...job,
    files: job.files.map((file, i) =>
      fileTold(language, file, i + 1, file.about.documents[0]?.system || job.options.system),
    ),
    sums: sumsOf(language, job),
    busy: job.state === 'importing',
    told: fill(language, messages(language).imports.progress, { done, all }),
    done,
    all,
  }
}
