import { Problem } from '../../errors.ts'
import { readCorpus, type CorpusArticle, type CorpusTranslation } from '../../formats/corpus.ts'
import { updateArticle } from '../../store/articles.ts'
import { newId } from '../../store/id.ts'
import { writeFixed } from '../../store/search.ts'
import type { Tx } from '../../store/schema.ts'
import { setTranslationState, translationById } from '../../store/translations.ts'
import { enterBody, enterField } from '../articles/article-fields.ts'
import type { Deps } from '../deps.ts'
import { ensurePerson } from '../ensure-person.ts'
import { storeArticle, storeTranslation } from '../articles/import-article.ts'
import { printArticle } from '../articles/print-articles.ts'
import { replayFlag, replayRevisions } from './replay-corpus.ts'
import { setToldState } from '../articles/set-state.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { within, type At } from '../within.ts'

export interface CorpusImported {
  readonly articleId: string
  readonly title: string
}

/** Who worked on a translation last, and when; null where nobody did. */
const lastWork = ({ revisions, flags }: CorpusTranslation): { author: string; at: number } | null => {
  const dismissals = flags.flatMap(({ dismissed }) => (dismissed ? [{ author: dismissed.by, at: dismissed.at }] : []))
  const deeds = [...revisions, ...flags, ...dismissals].map(({ author, at }) => ({ author, at }))
  return deeds.toSorted((a, b) => a.at - b.at).at(-1) ?? null
}

/** A translation that is stored gets its revisions, flags and state; it becomes the one last worked on, if anybody did. */
async function replay(tx: Tx, at: At, id: string, translation: CorpusTranslation, isFirst: boolean): Promise<void> {
  const last = lastWork(translation)
  if (!last) {
    await setTranslationState(tx, id, translation.state)
    const articleId = isFirst ? (await translationById(tx, id))?.article_id : undefined
    if (articleId !== undefined) await updateArticle(tx, articleId, { state: translation.state })
    return
  }
  await replayRevisions(at, id, translation)
  const then = at(last.at)
  for (const flag of translation.flags) await replayFlag(then, tx, id, translation.revisions.length, flag)
  const person = await ensurePerson(then, last.author)
  const head = await translationById(tx, id)
  if (!head) throw new Error(`translation ${id} was there a moment ago`)
  const { state } = translation
  await sumUpFlags(tx, then, { head, person, at: last.at })
  if (state !== head.state && state !== 'new')
    await setToldState(tx, then, { person, translationId: id, state }, last.at)
}

/**
 * Stores an article of a corpus with all its translations, in one transaction; `also` is part of it. Its revisions are saved one
 * after another with their authors and times. Throws corpus-malformed, and what `importArticle` throws.
 */
export async function importCorpusArticle(
  deps: Deps,
  article: CorpusArticle,
  also: (tx: Tx, articleId: string) => Promise<void> = () => Promise.resolve(),
): Promise<CorpusImported> {
  const title = enterField('title', article.title)
  const fields = {
    title,
    address: enterField('address', article.address),
    sourceLanguage: enterField('sourceLanguage', article.sourceLanguage),
    sourceText: enterBody(article.source, deps.limits.textBytes),
    createdAt: article.createdAt,
  }
  const [first, ...others] = article.translations.map(translation => ({
    ...translation,
    system: enterField('system', translation.system),
    mtText: enterBody(translation.mt, deps.limits.textBytes),
    revisions: translation.revisions.map(revision => ({
      ...revision,
      text: enterBody(revision.text, deps.limits.textBytes),
    })),
  }))
  if (!first) throw new Problem('corpus-malformed', { file: title, reason: 'has no translation' })
  return deps.store.transaction(async tx => {
    const { articleId, translationId } = await storeArticle(tx, { ...fields, ...first, person: null })
    const stored = [{ id: translationId, translation: first }]
    for (const translation of others) {
      const id = newId()
      await storeTranslation(tx, articleId, { ...translation, id, createdAt: article.createdAt })
      stored.push({ id, translation })
    }
    const mtTexts = [first, ...others].map(({ mtText }) => mtText)
    if (others.length > 0) {
      await writeFixed(tx, articleId, { title, sourceText: fields.sourceText, mtTexts })
      await printArticle(tx, articleId, { ...fields, mtTexts })
    }
    const byWork = stored.toSorted((a, b) => (lastWork(a.translation)?.at ?? 0) - (lastWork(b.translation)?.at ?? 0))
    for (const { id, translation } of byWork) await replay(tx, within(deps, tx), id, translation, id === translationId)
    await also(tx, articleId)
    return { articleId, title }
  })
}

/** Takes in every article of a corpus folder, or the one article the folder is; stops at what is malformed. */
export async function importCorpus(deps: Deps, folder: string): Promise<readonly CorpusImported[]> {
  const imported: CorpusImported[] = []
  for await (const article of readCorpus(folder)) imported.push(await importCorpusArticle(deps, article))
  return imported
}
