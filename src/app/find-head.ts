import { Problem } from '../errors.ts'
import { bareHeadOf, headOf, type BareHead, type Head, type Which } from '../store/heads.ts'
import type { Db } from '../store/schema.ts'
import type { Person } from './deps.ts'
import { missingArticle } from './require-article.ts'

export type { BareHead, Head, Which } from '../store/heads.ts'

/** Whoever writes has a name; throws the Problem `name-missing`. */
export function needPerson(person: Person | null | undefined): Person {
  if (!person) throw new Problem('name-missing')
  return person
}

async function missing(db: Db, which: Which): Promise<Problem> {
  const article = which.articleId === undefined ? null : await missingArticle(db, which.articleId)
  return article && (which.translationId === undefined || article.code === 'article-purged')
    ? article
    : new Problem(which.translationId === undefined ? 'article-unknown' : 'translation-unknown')
}

/** The head asked for. @throws Problem article-unknown, translation-unknown, article-purged */
export async function findHead(db: Db, which: Which): Promise<Head> {
  const head = await headOf(db, which)
  if (head === undefined) throw await missing(db, which)
  return head
}

/** As `findHead`, without the text: for what needs only to know where the head stands. */
export async function findBareHead(db: Db, which: Which): Promise<BareHead> {
  const head = await bareHeadOf(db, which)
  if (head === undefined) throw await missing(db, which)
  return head
}

const mostTries = 20

/**
 * Reads what belongs to a head – flags with their places – together with it: where the head moves on meanwhile, once more. Cheaper than
 * a transaction, and no save waits for it.
 */
export async function withSteadyHead<T>(db: Db, which: Which, read: (head: Head) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const head = await findHead(db, which)
    const found = await read(head)
    const { head_number: now } = await findBareHead(db, { translationId: head.id })
    if (now === head.head_number || tries === mostTries) return found
  }
}
