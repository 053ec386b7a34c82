import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { deletePreviews, insertBatch, stalePreviews } from '../../store/batches.ts'
import { insertHits } from '../../store/batch-hits.ts'
import { countArticles, type Scope } from '../../store/batch-texts.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import { pairsBy } from '../../store/pairs.ts'
import type { Db, NewRow } from '../../store/schema.ts'
import { termById } from '../../store/terms.ts'
import { enterText } from '../../text/entry.ts'
import { isPlainWording } from '../../text/literal-places.ts'
import { states } from '../../wire/common.ts'
import type { BatchKind, BatchRequest, BatchScope } from '../../wire/batch.ts'
import { batchRule } from './batch-rule.ts'
import type { Deps, Person } from '../deps.ts'
import type { NewHit } from './find-places.ts'
import { articlesNamedBy, lookOn } from './look-for-hits.ts'
import { variantsOf } from './place-rule.ts'
import { tooWide } from '../pairs/voice.ts'

/** How long whoever makes a batch waits for its first hits, ms, with the search for the articles that may have some; looked in is so long at least. */
const [firstLook, leastLook] = [100, 20]
/** A preview that was not applied is thrown away after so long, ms. */
const longestKept = 7 * 24 * 3_600_000
const prunedAtOnce = 20
/** How much of the words stands in the name of a batch that was given none. */
const longestInName = 60

/** What is wrong with the words that a batch corrects, where nobody has said: a category and a severity. */
const usual = { category: 'terminology/wrong-term', severity: 'major' } as const

/** What the pair or the term, or the check, says of the error. */
async function saidOf(db: Db, { kind, about }: BatchRequest): Promise<{ category: string; severity: Severity }> {
  if (kind === 'term') {
    const term = await termById(db, about)
    return term ? { category: term.category, severity: term.severity as Severity } : usual
  }
  const check = kind === 'finding' ? checkById(about) : undefined
  if (check) return { category: check.category, severity: check.severity }
  const [pair] = about === '' || kind === 'words' ? [] : await pairsBy(db, 'id', [about])
  return pair ? { category: pair.category, severity: pair.severity as Severity } : usual
}

const inName = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ')
  return line.length <= longestInName ? line : `${line.slice(0, longestInName - 1).toWellFormed()}…`
}

/** Words without the spaces around them; what is taken to the letter stays as it is. */
const trimmed = (kind: string, before: string, after: string): readonly [string, string] =>
  kind === 'term' || isPlainWording(before.trim(), after.trim()) ? [before.trim(), after.trim()] : [before, after]

const scopeOf = ({ unapproved, ...scope }: BatchScope): Scope => ({
  ...scope,
  ...(unapproved ? { states: states.filter(state => state !== 'approved') } : {}),
})

/**
 * Refuses what would match everything, or nothing.
 * @throws Problem rule-empty, rule-too-wide; field-invalid where nothing would change, or a term has nothing to write
 */
function checkWording({ kind, before, after }: Pick<BatchRequest, 'kind' | 'before' | 'after'>): void {
  const variants = kind === 'term' ? variantsOf(before) : [before]
  if (variants.length === 0) throw new Problem('rule-empty')
  for (const variant of variants) tooWide(variant)
  if (variants.includes(after) || (kind === 'term' && after === ''))
    throw new Problem('field-invalid', { field: 'after' })
}

const record = (tx: Db, person: Person, batchId: string, at: number, kind: string, detail: object): Promise<void> =>
  insertHouseActs(tx, [
    {
      id: newId(),
      subject: 'batch',
      subject_id: batchId,
      kind,
      person_id: person.id,
      at,
      detail: JSON.stringify(detail),
    },
  ])

/** Previews that nobody applied do not stay. */
async function prune(deps: Deps): Promise<void> {
  const { store } = deps
  const stale = await stalePreviews(store.db, deps.now() - longestKept, prunedAtOnce)
  if (stale.length > 0) await store.transaction(tx => deletePreviews(tx, stale.toSorted()))
}

/**
 * Makes a batch and looks for its first hits; the others are looked for in the background. Nothing is changed in any text.
 * @returns its id
 * @throws Problem rule-empty, rule-too-wide, field-invalid
 */
export async function previewBatch(deps: Deps, person: Person, request: BatchRequest): Promise<string> {
  const until = performance.now() + firstLook
  const { kind, about } = request
  const [before, after] = trimmed(kind, enterText(request.before), enterText(request.after))
  checkWording({ kind, before, after })
  const scope = scopeOf(request.scope)
  const { category = '', severity = '' } = request
  const said = category && severity ? null : await saidOf(deps.store.db, request)
  const [id, at] = [newId(), deps.now()]
  const rule = await batchRule(deps.store.db, { kind, about, before_text: before, after_text: after })
  const toLook = (await articlesNamedBy(deps, id, rule, scope))?.length ?? (await countArticles(deps.store.db, scope))
  const row = newBatch({ id, at, person, kind, about, before, after, name: request.summary.trim() })
  await deps.store.transaction(async tx => {
    await insertBatch(tx, {
      ...row,
      state: toLook === 0 ? 'ready' : 'looking',
      category: category || (said?.category ?? usual.category),
      severity: severity || (said?.severity ?? usual.severity),
      to_look: toLook,
      scope: JSON.stringify(scope),
    })
    await record(tx, person, id, at, 'create', {})
  })
  await lookOn(deps, id, Math.max(until - performance.now(), leastLook))
  await prune(deps)
  return id
}

const newBatch = (of: {
  readonly id: string
  readonly at: number
  readonly person: Person
  readonly kind: BatchKind
  readonly about: string
  readonly before: string
  readonly after: string
  readonly name: string
}): Omit<NewRow<'batch'>, 'state' | 'category' | 'severity' | 'to_look' | 'scope'> => ({
  id: of.id,
  name: of.name || `${inName(of.before)} → ${inName(of.after) || '∅'}`,
  kind: of.kind,
  about: of.about,
  person_id: of.person.id,
  at: of.at,
  cursor: '',
  looked: 0,
  hits: 0,
  applied_by: null,
  applied_at: null,
  undone_by: null,
  undone_at: null,
  before_text: of.before,
  after_text: of.after,
})

/**
 * Makes a batch of places that are known already, as corrections that another text of the same article had; to be looked through
 * and applied as any.
 * @param hits in any order of texts, in order within each; `batch_id` and `number` are given here
 * @returns its id
 */
export async function proposeBatch(
  deps: Deps,
  person: Person,
  proposal: {
    readonly name: string
    /** what it is about: an id, or '' */
    readonly about: string
    readonly category: string
    readonly severity: Severity
    readonly hits: readonly NewHit[]
  },
): Promise<string> {
  const [id, at] = [newId(), deps.now()]
  const { name, about, category, severity, hits } = proposal
  const row = newBatch({ id, at, person, kind: 'again', about, before: '', after: '', name })
  const looked = new Set(hits.map(hit => hit.article_id)).size
  await deps.store.transaction(async tx => {
    const found = { looked, to_look: looked, hits: hits.length }
    await insertBatch(tx, { ...row, ...found, state: 'ready', category, severity, scope: '{}' })
    await insertHits(
      tx,
      hits.map((hit, i) => ({ ...hit, batch_id: id, number: i + 1 })),
    )
    await record(tx, person, id, at, 'create', {})
  })
  return id
}
