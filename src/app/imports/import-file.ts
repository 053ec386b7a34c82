import { Problem } from '../../errors.ts'
import type { Mapping } from '../../formats/document.ts'
import type { Warning } from '../../formats/fault.ts'
import { articlesOfFile } from '../../store/documents.ts'
import { fileById, moveJob, updateFile } from '../../store/files.ts'
import type { Db, Row } from '../../store/schema.ts'
import { mtTextsOf } from '../../store/translations.ts'
import { usualOptions, type AboutFile, type Duplicate, type ImportOptions, type Refusal } from './about-file.ts'
import { enterField, type TypedFields } from '../articles/article-fields.ts'
import { corpusFormat } from '../corpus/corpus-file.ts'
import type { Deps, Person } from '../deps.ts'
import { aboutOf } from './import-view.ts'
import { mapColumns, previewFiles, type Upload } from './preview-files.ts'
import type { Alike } from '../articles/alike.ts'
import { recogniseArticle } from '../articles/recognise-article.ts'
import { requireArticle } from '../require-article.ts'
import { takeFile } from './run-import.ts'

/** More than any file has. */
const mostArticles = 1_000_000

/** What a person says of the one document that a file has. */
export type Told = Pick<TypedFields, 'title' | 'address'> & { readonly sourceText?: string | undefined }

export interface FileToImport extends Upload {
  readonly mapping?: Mapping | undefined
  readonly options?: Partial<ImportOptions> | undefined
  readonly told?: Told | undefined
  /** it is another translation of an article that is there, by this system if it does not say itself; new articles where undefined */
  readonly as?: AboutFile['as'] | undefined
}

/** What became of one file; of an archive, of each in it. */
export interface ImportedFile {
  readonly name: string
  readonly format: string
  /** why it was not taken in; null where it was */
  readonly refused: Refusal | null
  readonly articles: readonly { readonly articleId: string; readonly title: string }[]
  readonly warnings: readonly Warning[]
  /** documents whose MT was there before */
  readonly duplicates: readonly Duplicate[]
  readonly terms: number
  /** of a file with one document that became a new article: articles that it seems to be another translation of */
  readonly alike: readonly Alike[]
}

/** What the one article of a file seems to be; of many nobody looks at that. */
async function alikeOf(deps: Deps, articles: ImportedFile['articles']): Promise<readonly Alike[]> {
  const [only] = articles
  if (!only || articles.length > 1) return []
  const { db } = deps.store
  const { title, address, source_text: sourceText } = await requireArticle(db, only.articleId)
  const [text = ''] = await mtTextsOf(db, only.articleId)
  const alike = await recogniseArticle(deps, { title, address, sourceText, text })
  return alike.filter(({ articleId }) => articleId !== only.articleId)
}

/** Says as which translation a file comes in; one that is not a single text is refused. */
async function setAs(db: Db, file: Row<'file'>, as: NonNullable<AboutFile['as']>): Promise<Row<'file'>> {
  const about = aboutOf(file)
  const n = about.totals.documents
  const refused: Refusal = { code: 'texts-many', values: { n } }
  const change =
    n === 1 && file.format !== corpusFormat
      ? { about: JSON.stringify({ ...about, as }) }
      : { about: JSON.stringify({ ...about, refused }), state: 'refused' as const }
  await updateFile(db, file.id, change)
  return { ...file, ...change }
}

/**
 * Takes a file in at once, without a preview: for the command line.
 * @throws Problem field-invalid, article-unknown, article-purged; what is wrong with the file is told
 */
export async function importFile(deps: Deps, person: Person, file: FileToImport): Promise<readonly ImportedFile[]> {
  const { db } = deps.store
  const options = { ...usualOptions, ...file.options }
  const title = enterField('title', file.told?.title ?? '')
  const address = enterField('address', file.told?.address ?? '')
  const as = file.as ? { ...file.as, system: enterField('system', file.as.system) } : null
  if (as) await requireArticle(db, as.articleId)
  const { jobId, fileIds } = await previewFiles(deps, person, [file], options)
  const imported: ImportedFile[] = []
  for (const id of fileIds) {
    if (file.mapping) await mapColumns(deps, id, file.mapping)
    const read = await fileById(db, id)
    if (!read) throw new Problem('import-unknown')
    const row = as && read.state === 'read' ? await setAs(db, read, as) : read
    const before = aboutOf(row)
    if (row.state === 'read')
      await takeFile(deps, row, {
        person,
        options,
        at: deps.now(),
        change: document => ({
          ...document,
          title: title || document.title,
          address: address || document.address,
          sourceText: file.told?.sourceText ?? document.sourceText,
        }),
      })
    const after = await fileById(db, id)
    const articles = await articlesOfFile(db, id, mostArticles)
    imported.push({
      name: row.name,
      format: row.format,
      refused: after ? aboutOf(after).refused : null,
      articles,
      warnings: before.warnings,
      duplicates: before.duplicates,
      terms: before.totals.terms,
      alike: as ? [] : await alikeOf(deps, articles),
    })
  }
  await moveJob(db, jobId, ['ready'], 'done')
  return imported
}
