import { Problem } from '../../errors.ts'
import { articleById } from '../../store/articles.ts'
import { deskStamp } from '../../store/desk-stamp.ts'
import { revisionLine } from '../../store/revisions.ts'
import { translationsOf } from '../../store/translations.ts'
import type { State } from '../../wire/common.ts'
import type { Desk } from '../../wire/desk.ts'
import { deskCorrections } from '../corrections/correction-views.ts'
import type { Deps } from '../deps.ts'
import { findHead, type Which } from '../find-head.ts'
import { LruCache } from '../lru-cache.ts'
import { flagViews } from '../flags/list-flags.ts'
import { fileOfTranslation } from '../../store/documents.ts'
import { fileStatesOf } from '../imports/file-states-of.ts'
import { markViews } from '../marks/list-marks.ts'
import { textAt } from '../revisions/read-revision.ts'
import { settleForDesk } from '../corrections/settle-corrections.ts'

/** What is on a desk for everybody; drafts and the person are a browser's own. */
export interface SharedDesk {
  readonly desk: Omit<Desk, 'findings' | 'drafts' | 'person'>
  /** SHA-256 of the MT */
  readonly mtHash: string
  /** changes with anything that is shown; null where it went on changing as it was read: what is made of that must not be kept */
  readonly stamp: string | null
}

/** Texts of some hundred articles, or of a few very long ones. */
const most = 64 * 1024 * 1024
const bytesOfChar = 3
const bytesOfFlag = 1000
const caches = new WeakMap<Deps['store'], LruCache<SharedDesk>>()

function cacheOf(deps: Deps): LruCache<SharedDesk> {
  const known = caches.get(deps.store) ?? new LruCache<SharedDesk>(most)
  caches.set(deps.store, known)
  return known
}

const mostTries = 20

/**
 * A desk as it stands, read anew only when its stamp has changed. Read between two looks at the same stamp it is of one moment,
 * without a transaction that a save would wait for. The same object is given as long as nothing has changed.
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export async function sharedDesk(deps: Deps, which: Which): Promise<SharedDesk> {
  const { db } = deps.store
  const cache = cacheOf(deps)
  let settled = false
  for (let tries = 1; ; tries += 1) {
    const now = await deskStamp(db, which)
    if (now?.unsettled && !settled) {
      settled = true
      if (await settleForDesk(deps, now.id)) continue
    }
    const known = now && cache.get(now.id)
    if (known?.stamp === now?.stamp && known) return known
    const read = await readDesk(deps, which)
    const after = await deskStamp(db, which)
    if (now && after?.id === now.id && after.stamp === now.stamp) {
      const shared = { ...read, stamp: now.stamp }
      const { mtText, head, sourceText, flags, corrections } = read.desk
      const chars = mtText.length + head.text.length + sourceText.length
      cache.set(now.id, shared, chars * bytesOfChar + (flags.length + corrections.length + 2) * bytesOfFlag)
      return shared
    }
    if (tries === mostTries) return { ...read, stamp: null }
  }
}

async function readDesk(deps: Deps, which: Which): Promise<Omit<SharedDesk, 'stamp'>> {
  const { db } = deps.store
  const head = await findHead(db, which)
  const [article, translations, mtText, line, flags, marks, corrections, file, states] = await Promise.all([
    articleById(db, head.article_id),
    translationsOf(db, head.article_id),
    textAt(deps, head.id, 0),
    head.head_number === 0 ? undefined : revisionLine(db, head.id, head.head_number),
    flagViews(deps, head),
    markViews(deps, head),
    deskCorrections(deps, head.id),
    fileOfTranslation(db, head.id),
    fileStatesOf(db, head.id),
  ])
  if (article === undefined) throw new Problem('article-unknown')
  const { id, title, address, source_language: sourceLanguage, source_text: sourceText } = article
  const desk = {
    article: { id, title, address, sourceLanguage, archived: article.archived_at !== null },
    translation: {
      id: head.id,
      system: head.system,
      language: head.language,
      state: head.state as State,
      fixed: head.fixed === 1,
    },
    translations: translations.map(({ id, system, created_at: createdAt }) => ({ id, system, createdAt })),
    file: file && {
      name: file.name,
      format: file.format,
      states: states && { kinds: [...states.kinds], lines: [...states.lines] },
    },
    sourceText,
    mtText,
    head: {
      number: head.head_number,
      text: head.head_text,
      hash: head.head_hash,
      author: line?.author ?? '',
      at: line?.created_at ?? head.created_at,
    },
    flags,
    marks,
    corrections,
  }
  return { desk, mtHash: head.mt_hash }
}
