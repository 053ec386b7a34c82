import { Problem } from '../../errors.ts'
import { updateArticle } from '../../store/articles.ts'
import { holdArticle } from '../../store/article-prints.ts'
import { insertEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { Db, Row } from '../../store/schema.ts'
import { writeFixed } from '../../store/search.ts'
import { mtTextsOf, translationsOf } from '../../store/translations.ts'
import { languageReport, type LanguageReport } from '../../text/language.ts'
import { countWords } from '../../text/words.ts'
import { enterBody, enterField } from './article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { sha256 } from '../hash.ts'
import { longestReport, storeTranslation } from './import-article.ts'
import { printArticle } from './print-articles.ts'
import { missingArticle, requireArticle } from '../require-article.ts'
import { summarise } from '../queue/summarise.ts'

export interface NewTranslation {
  readonly person: Person
  readonly articleId: string
  /** the machine's translation */
  readonly text: string
  readonly system?: string | undefined
  /** the article gets these where it has none; those it has stay */
  readonly address?: string | undefined
  readonly sourceLanguage?: string | undefined
  readonly sourceText?: string | undefined
  /** its lines are segments of a file */
  readonly fixed?: boolean
}

export interface AddedTranslation {
  readonly articleId: string
  readonly translationId: string
  readonly title: string
  readonly language: LanguageReport
  /** what was told of the article and is not kept, for it has another already */
  readonly ignored: readonly ('address' | 'sourceLanguage' | 'sourceText')[]
}

const nobodysFlags = { neutral: 0, minor: 0, major: 0, critical: 0 }

/** What the article lacked and has now, and what it has otherwise. */
function fillIn(article: Row<'article'>, told: Readonly<Record<'address' | 'sourceLanguage' | 'sourceText', string>>) {
  const has = {
    address: article.address,
    sourceLanguage: article.source_language,
    sourceText: article.source_text,
  }
  const fields = ['address', 'sourceLanguage', 'sourceText'] as const
  const filled = fields.filter(field => has[field] === '' && told[field] !== '')
  return {
    filled,
    ignored: fields.filter(field => told[field] !== '' && has[field] !== '' && told[field] !== has[field]),
    now: { ...has, ...Object.fromEntries(filled.map(field => [field, told[field]])) },
  }
}

/** Throws `translation-there` where the article has this text already, with `translationId` and `system`. */
async function refuseTwin(tx: Db, articleId: string, mtHash: string): Promise<void> {
  const twin = (await translationsOf(tx, articleId)).find(translation => translation.mt_hash === mtHash)
  if (twin) throw new Problem('translation-there', { translationId: twin.id, system: twin.system })
}

/**
 * Another machine translation of an article that is there: a newer one of the same system, or one by another. It becomes the one that
 * the queue shows, new and not yet corrected; the others stay as they are, with all that was done to them.
 * @throws Problem text-empty, text-too-large, text-has-nul, text-has-lone-surrogate, field-invalid; translation-there; article-unknown,
 * article-purged
 */
export async function addTranslation(deps: Deps, input: NewTranslation): Promise<AddedTranslation> {
  const { articleId, person } = input
  await requireArticle(deps.store.db, articleId)
  const mtText = enterBody(input.text, deps.limits.textBytes)
  if (mtText.trim() === '') throw new Problem('text-empty')
  const system = enterField('system', input.system ?? '')
  const told = {
    address: enterField('address', input.address ?? ''),
    sourceLanguage: enterField('sourceLanguage', input.sourceLanguage ?? ''),
    sourceText: enterBody(input.sourceText ?? '', deps.limits.textBytes),
  }
  const language = languageReport(mtText.slice(0, longestReport).toWellFormed())
  return deps.store.transaction(async tx => {
    // its row first: of two that add the same text at once, the second finds it there
    const article = await holdArticle(tx, articleId)
    if (!article) throw await missingArticle(tx, articleId)
    await refuseTwin(tx, articleId, sha256(mtText))
    const { filled, ignored, now } = fillIn(article, told)
    const [id, at] = [newId(), deps.now()]
    await storeTranslation(tx, articleId, {
      id,
      system,
      language: language.whole,
      mtText,
      createdAt: at,
      fixed: input.fixed ?? false,
    })
    await updateArticle(tx, articleId, {
      language: language.whole,
      address: now.address,
      source_language: now.sourceLanguage,
      source_text: now.sourceText,
    })
    await summarise(tx, {
      articleId,
      translationId: id,
      measure: { words: countWords(mtText), correctedShare: 0, paragraphs: [] },
      flags: nobodysFlags,
      state: 'new',
      editor: null,
      at,
    })
    const fixed = { ...now, title: article.title, mtTexts: await mtTextsOf(tx, articleId) }
    await writeFixed(tx, articleId, fixed)
    await printArticle(tx, articleId, fixed)
    const event = { id: newId(), article_id: articleId, translation_id: id, person_id: person.id, at }
    await insertEvent(tx, { ...event, kind: 'translation', detail: JSON.stringify({ system, filled }) })
    return { articleId, translationId: id, title: article.title, language, ignored }
  })
}
