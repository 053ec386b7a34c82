/**
 * A store after years of use: articles with their texts, and what was corrected in them, by seed. Rows are written as the program writes
 * them; only the way through its verbs is left out, which would take hours.
 */
import { createHash } from 'node:crypto'
import { correctionsVersion, voicesVersion } from '../../src/app/checks-version.ts'
import { pairHash } from '../../src/app/corrections/derive-corrections.ts'
import { voices } from '../../src/app/pairs/voices.ts'
import type { Store } from '../../src/store/db/store.ts'
import type { NewRow, Schema } from '../../src/store/schema.ts'
import { searchText } from '../../src/store/search.ts'
import { writeSetting } from '../../src/store/settings.ts'
import { canonical } from '../../src/text/change.ts'
import { changeOf, type Edit } from '../../src/text/change/edits.ts'
import { foldForSearch, sortKey } from '../../src/text/fold.ts'
import { countWords } from '../../src/text/words.ts'
import { randomBy, wordSource, type Random } from './diff-text.ts'
import { swedishWords } from './swedish-words.ts'
import { indexesLater } from './indexes-later.ts'
import { makePairs, ranks, skewed, type Pair } from './drawn-pairs.ts'

export interface ManyCorrections {
  /** how many corrections stand, of how many pairs; at least as many as pairs */
  readonly corrections: number
  readonly pairs: number
  readonly articles: number
  readonly paragraphsPerArticle: number
  readonly seed: number
  /** `findings_version` of the articles, so that a server does not begin to count them; '' where it may */
  readonly checksVersion?: string
}

export interface Filled {
  /** the commonest first */
  readonly pairIds: readonly string[]
  readonly articleIds: readonly string[]
  readonly personIds: readonly string[]
  readonly systems: readonly string[]
}

export const systems = ['MT A', 'MT B', 'MT C', 'MT D'] as const
const editors = 12
const began = Date.UTC(2024, 0, 8, 7)
const lasted = 2 * 365 * 24 * 3_600_000

const hashOf = (...texts: readonly string[]): string => createHash('sha256').update(JSON.stringify(texts)).digest('hex')
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Ids as `store/id.ts` makes them, of times that have been. */
function idsAt(): (at: number) => string {
  let n = 0
  return at => at.toString(36).padStart(9, '0') + (n++).toString(36).padStart(7, '0')
}

interface Written {
  readonly mt: string
  readonly head: string
  readonly edits: readonly Edit[]
  readonly places: readonly { readonly pair: Pair; readonly from: number; readonly to: number }[]
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** An MT in which what is before each pair stands, a sentence each, with what was made of it. */
function write(pairs: readonly Pair[], paragraphs: number, random: Random, word: () => string): Written {
  let mt = ''
  const places: { pair: Pair; from: number; to: number }[] = []
  const some = (least: number, most: number): string =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(' ')
  for (let n = 0; n < paragraphs; n++) {
    const first = Math.floor((pairs.length * n) / paragraphs)
    const sentences = pairs.slice(first, Math.floor((pairs.length * (n + 1)) / paragraphs))
    for (const pair of [...sentences, null]) {
      mt += `${mt === '' || mt.endsWith('\n') ? '' : ' '}${capital(some(3, 8))} `
      if (pair) {
        places.push({ pair, from: mt.length, to: mt.length + pair.before.length })
        mt += pair.before === '' ? '' : `${pair.before} `
      }
      mt += `${some(2, 5)}.`
    }
    if (n < paragraphs - 1) mt += '\n'
  }
  const edits = places.map(({ pair, from, to }) => ({
    from,
    to: pair.after === '' ? to + 1 : to,
    insert: pair.before === '' ? `${pair.after} ` : pair.after,
  }))
  let [head, at] = ['', 0]
  for (const edit of edits) {
    head += mt.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return { mt, head: head + mt.slice(at), edits, places }
}

const atOnce = 500

/** Rows of one table, gathered until there are enough to be written at once. */
class Rows {
  readonly #rows = new Map<keyof Schema, object[]>()

  add<T extends keyof Schema>(table: T, row: NewRow<T>): void {
    const rows = this.#rows.get(table)
    if (rows) rows.push(row)
    else this.#rows.set(table, [row])
  }

  /** In the order in which they refer to each other. */
  async write(store: Store): Promise<void> {
    const tables = [
      'person',
      'pair',
      'article',
      'article_search',
      'translation',
      'snapshot',
      'revision',
      'correction',
    ] as const
    await store.transaction(async tx => {
      for (const table of tables) {
        const rows = this.#rows.get(table) ?? []
        for (let at = 0; at < rows.length; at += atOnce)
          await tx
            .insertInto(table)
            .values(rows.slice(at, at + atOnce))
            .execute()
      }
    })
    this.#rows.clear()
  }
}

/**
 * Fills an empty store with articles of a few paragraphs each, whose MT has what was corrected and whose head what it became, with the
 * rows of the search; and with the corrections and pairs of them. Takes some three minutes for a million corrections.
 */
export async function fillCorrections(store: Store, wanted: ManyCorrections): Promise<Filled> {
  const random = randomBy(wanted.seed)
  const words = { ...swedishWords(random), foreign: wordSource(random) }
  const word = words.any
  const id = idsAt()
  const people = Array.from({ length: editors }, (_, n) => ({ id: id(began), name: `Redaktör ${n + 1}` }))
  const pairs = makePairs(wanted.pairs, random, words, () => id(began))
  const drawn = ranks(wanted.corrections, wanted.pairs, random)
  const articleIds: string[] = []
  const rows = new Rows()
  for (const { id: personId, name } of people)
    rows.add('person', { id: personId, name, name_folded: foldForSearch(name), created_at: began })

  // pairs are written first, for corrections refer to them; what depends on their corrections is filled in at the end
  for (const [n, pair] of pairs.entries()) {
    const text_folded = `${foldForSearch(pair.before)}\n${foldForSearch(pair.after)}`
    rows.add('pair', {
      id: pair.id, hash: pairHash(pair.before, pair.after), before_key: sortKey(pair.before), after_key: sortKey(pair.after),
      corrections: 0, articles: 0, first_at: 0, last_at: 0, category: pair.category, severity: pair.severity,
      anchor: voices.anchor(pair.before, pair.after), status: statusOf(n), declined: 0, kept: 0,
      voice: 0, system: '', person_id: null, decided_at: null, before_text: pair.before, after_text: pair.after, text_folded,
      instead: null, near: '[]', note: '',
    }) // prettier-ignore
    if (n % 5000 === 4999) await rows.write(store)
  }
  await rows.write(store)
  const makeIndexes = await indexesLater(store, ['pair', 'correction'])

  for (let n = 0; n < wanted.articles; n++) {
    const at = began + Math.floor((lasted * n) / wanted.articles)
    const [from, to] = [n, n + 1].map(i => Math.floor((wanted.corrections * i) / wanted.articles))
    const written = write(
      Array.from(drawn.subarray(from, to)).flatMap(rank => pairs[rank] ?? []),
      wanted.paragraphsPerArticle,
      random,
      word,
    )
    const person = people[skewed(random, editors)] ?? people[0]
    if (person === undefined) throw new Error('there is no editor')
    const system = systems[skewed(random, systems.length)] ?? systems[0]
    const articleId = id(at)
    articleIds.push(articleId)
    addArticle(rows, { n, at, articleId, translationId: id(at), person, system, written, id, wanted, random })
    if (n % 1000 === 999) await rows.write(store)
  }
  await rows.write(store)
  await settlePairs(store, pairs, random)
  await makeIndexes()
  // else a server would derive them all anew
  await writeSetting(store.db, 'corrections', await correctionsVersion())
  await writeSetting(store.db, 'voices', await voicesVersion())
  return { pairIds: pairs.map(pair => pair.id), articleIds, personIds: people.map(each => each.id), systems }
}

interface Article {
  readonly n: number
  readonly at: number
  readonly articleId: string
  readonly translationId: string
  readonly person: { readonly id: string; readonly name: string }
  readonly system: string
  readonly written: Written
  readonly id: (at: number) => string
  readonly wanted: ManyCorrections
  readonly random: Random
}

const around = 60

function addArticle(
  rows: Rows,
  { n, at, articleId, translationId, person, system, written, id, wanted, random }: Article,
): void {
  const { mt, head, edits, places } = written
  const title = `Artikel ${n + 1}: ${mt.slice(0, mt.indexOf(' ', 20))}`
  const editedAt = at + 3_600_000
  rows.add('article', {
    id: articleId, title, title_key: sortKey(title), address: '', source_language: 'de', source_text: '', created_at: at,
    archived_at: n % 20 === 3 ? editedAt : null, translation_id: translationId, language: 'sv', words: countWords(head), corrected: 200,
    flags_neutral: 0, flags_minor: 0, flags_major: 0, flags_critical: 0, flags_weight: 0, state: n % 3 === 0 ? 'approved' : 'corrected',
    editor_id: person.id, editor_key: sortKey(person.name), touched_at: editedAt,
    ...(wanted.checksVersion ? { findings_version: wanted.checksVersion, findings_weight: 0 } : {}),
  }) // prettier-ignore
  rows.add('article_search', { article_id: articleId, part: 'fixed', text_folded: searchText([title, mt]) })
  const theirs = new Set(mt.split('\n'))
  const corrected = head.split('\n').filter(paragraph => !theirs.has(paragraph))
  const text_folded = searchText(corrected)
  if (text_folded !== '') rows.add('article_search', { article_id: articleId, part: translationId, text_folded })
  rows.add('translation', {
    id: translationId, article_id: articleId, system, language: 'sv', mt_hash: shaOf(mt), state: n % 3 === 0 ? 'approved' : 'corrected',
    created_at: at, head_number: 1, head_hash: shaOf(head), head_text: head, corrections_number: 1,
  }) // prettier-ignore
  rows.add('snapshot', { translation_id: translationId, number: 0, text: mt })
  rows.add('revision', {
    translation_id: translationId, number: 1, author_id: person.id, created_at: editedAt, summary: '',
    change: canonical(changeOf(edits, mt.length)), hash: shaOf(head), words_added: edits.length, words_removed: edits.length,
    reasons: '[]', restores: null, undoes: null, merged_from: null, save_key: hashOf(articleId, 'save'),
  }) // prettier-ignore
  for (const { pair, from, to } of places) {
    pair.corrections++
    if (pair.lastArticle !== n) pair.articles++
    pair.lastArticle = n
    pair.firstAt ||= editedAt
    pair.lastAt = editedAt
    // now and then a person says otherwise
    const said = random() < 0.05
    rows.add('correction', {
      id: id(editedAt), pair_id: pair.id, article_id: articleId, translation_id: translationId, mt_from: from, mt_to: to, revision: 1,
      person_id: person.id, at: editedAt, category: said ? 'accuracy/mistranslation' : pair.category, severity: pair.severity,
      origin: said ? 'person' : pair.origin, system, check_id: '', flag_id: '', batch_id: '',
      mt_before: mt.slice(Math.max(mt.lastIndexOf('\n', from - 1) + 1, from - around), from).toWellFormed(),
      mt_after: mt.slice(to, to + around).split('\n', 1)[0]?.toWellFormed() ?? '',
    }) // prettier-ignore
  }
}

/** Few are decided about. */
const statusOf = (n: number): string => (n % 997 === 5 ? 'pinned' : n % 499 === 7 ? 'retired' : 'learned')

/** What a pair knows of its corrections, and how it speaks in the memory: the more often, the surer. */
async function settlePairs(store: Store, pairs: readonly Pair[], random: Random): Promise<void> {
  for (let at = 0; at < pairs.length; at += 5000)
    await store.transaction(async tx => {
      for (const [i, pair] of pairs.slice(at, at + 5000).entries()) {
        const { corrections, articles, firstAt: first_at, lastAt: last_at, category, severity } = pair
        const declined = random() < 0.02 ? 1 + Math.floor(random() * 5) : 0
        const kept = random() < 0.1 ? 1 + Math.floor(random() * 3) : 0
        const counts = { corrections, articles, first_at, last_at, declined, kept }
        const voice = voices.voice({
          ...counts, category, severity, before_text: pair.before, after_text: pair.after, status: statusOf(at + i), system: '',
          near: '[]', person_id: null,
        }) // prettier-ignore
        await tx
          .updateTable('pair')
          .set({ ...counts, voice, heard: voice })
          .where('id', '=', pair.id)
          .execute()
      }
    })
}
