import { checks } from '../../src/checks/index.ts'
import { createDeps } from '../../src/app/create-deps.ts'
import type { Deps } from '../../src/app/deps.ts'
import { dismissFinding } from '../../src/app/findings/dismiss-finding.ts'
import { ensurePerson } from '../../src/app/ensure-person.ts'
import { importArticle } from '../../src/app/articles/import-article.ts'
import { keepDraft } from '../../src/app/desk/keep-draft.ts'
import { previewBatch } from '../../src/app/batches/preview-batch.ts'
import { ruleCorrection } from '../../src/app/corrections/rule-correction.ts'
import { setCheck } from '../../src/app/findings/set-check.ts'
import { settleTranslation } from '../../src/app/corrections/settle-corrections.ts'
import { addTerm } from '../../src/app/terms/write-term.ts'
import { nothingKnown, usualOptions } from '../../src/app/imports/about-file.ts'
import { sha256 } from '../../src/app/hash.ts'
import { placeMark } from '../../src/app/marks/place-mark.ts'
import type { Mark } from '../../src/formats/document.ts'
import type { Store } from '../../src/store/db/store.ts'
import { insertDocuments } from '../../src/store/documents.ts'
import { claimFile } from '../../src/store/file-claims.ts'
import { insertFile, insertJob, writeBytes } from '../../src/store/files.ts'
import { newId } from '../../src/store/id.ts'
import { writeCount } from '../../src/store/check-counts.ts'
import { tables } from '../../src/store/shapes.ts'
import { batchRequest } from '../../src/wire/batch.ts'
import { termEntry } from '../../src/wire/term.ts'
import { keepQuality } from './kept-quality.ts'
import { flagOn, newKey, testDesk, type TestDesk } from './desk.ts'
import { approve } from './newsroom.ts'

const mt = 'LKA Lower Sachsen varnar.\nDet finns fler cannabiskarnival i dag.\u2028Polisen svarar "snart" 😀.'

/** A store with something in every table, and a desk on one of its articles. */
export async function keptStore(store: Store) {
  const desk = await testDesk(store, mt)
  const { deps, anna, bo, translationId } = desk
  const flags = [flagOn(mt, 'Lower Sachsen'), flagOn(mt, 'cannabiskarnival'), flagOn(mt, 'varnar')]
  await desk.save(anna, mt, { flags })
  const first = mt.replace('Lower Sachsen', 'Niedersachsen')
  await desk.save(anna, first, { summary: 'namnet' })
  await desk.save(bo, first.replace('varnar.', 'larmar.'), {
    flags: [flagOn(first.replace('varnar.', 'larmar.'), 'Polisen')],
  })
  await keepDraft(
    deps,
    { translationId, browser: 'b', tab: 't' },
    { base: 2, change: [[4, 'Oj'], first.length - 4] as never, flags: [], reasons: [] },
  )
  await ruleCorrection(
    deps,
    { translationId, person: bo },
    {
      fromA: mt.indexOf('Lower'),
      toA: mt.indexOf('.'),
      after: 'Niedersachsen larmar',
      category: 'style/register',
      severity: 'minor',
      comment: 'Så skriver vi.',
    },
  )
  await approve(deps, { person: bo, translationId, reason: 'Kort text.' })
  const finding = {
    check: 'month-capital',
    words: 'larmar',
    before: 'Niedersachsen ',
    after: '.',
    nth: 0,
    reason: 'Rätt så.',
  }
  await dismissFinding(deps, { translationId, person: bo }, { ...finding, scope: 'here' })
  await setCheck(deps, {
    person: bo,
    checkId: checks[0]?.id ?? '',
    enabled: true,
    severity: 'minor',
    reason: 'Mildare.',
  })
  const term = termEntry.parse({ preferred: 'Niedersachsen', variants: ['Lower Sachsen'], domain: 'geografi' })
  await addTerm(deps, { person: anna }, term)
  const wording = { before: 'cannabiskarnival', after: 'cannabiskarneval' }
  await previewBatch(deps, bo, batchRequest.parse(wording))
  const counted = { articleId: desk.articleId, translationId, headNumber: 2, version: '1', findings: null }
  await store.transaction(tx => writeCount(tx, { ...counted, byCheck: new Map([['month-capital', 2]]) }))
  await keepFile(desk)
  await keepQuality(deps.store, { articleId: desk.articleId, translationId, personId: anna.id })
  // what is verified is what was derived: an adjudication has corrections derived anew
  await settleTranslation(deps, translationId)
  await store.db.insertInto('tombstone').values({ article_id: newKey(), person_id: bo.id, at: 1 }).execute()
  await store.db.insertInto('setting').values({ name: 'corpus', value: 'loaded' }).execute()
  return desk
}

/** As if its article had come in a file of two parts, with a mark that was put elsewhere since. */
async function keepFile({ deps, bo, translationId }: TestDesk): Promise<void> {
  const { db } = deps.store
  const mark: Mark = {
    id: '1',
    kind: 'point',
    open: '<x/>',
    close: '',
    label: '<x>',
    within: '',
    kept: true,
    from: 4,
    to: 4,
  }
  const bytes = Buffer.from(mt.repeat(6000))
  const [job, file] = [newId(), newId()]
  const at = deps.now()
  await insertJob(db, { id: job, person_id: bo.id, at, state: 'done', options: JSON.stringify(usualOptions) })
  await insertFile(db, {
    id: file,
    job_id: job,
    number: 1,
    name: 'karneval.xlf',
    format: 'xliff2',
    size: bytes.length,
    sha256: sha256(bytes.toString()),
    state: 'imported',
    imported_documents: 1,
    about: JSON.stringify(nothingKnown),
    mapping: null,
    at,
  })
  await writeBytes(db, file, bytes)
  await claimFile(db, { fileId: file, claimant: newId(), until: 1 }, 0)
  const document = { translation_id: translationId, file_id: file, number: 0, key: '', marks: JSON.stringify([mark]) }
  await insertDocuments(db, [document])
  await db.insertInto('annotator').values({ translation_id: translationId, layer: 'Eva', person_id: bo.id, segments: '[1]' }).execute() // prettier-ignore
  await placeMark(deps, bo, { translationId }, { mark: '1', revision: 2, from: 3, to: 3 })
}

export async function rowsPerTable(store: Store): Promise<Record<string, unknown[]>> {
  const result: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await store.db.selectFrom(table).selectAll().execute()
    // a database gives them in whichever order it likes
    result[table] = rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return result
}

/** Imports and revises articles without pause until told to stop; gives how many revisions were acknowledged. */
export function keepRevising(store: Store, writers: number): () => Promise<number> {
  let stopped = false
  let saved = 0
  const work = async (deps: Deps, name: string) => {
    const person = await ensurePerson(deps, name)
    while (!stopped) {
      const desk = await testDesk(store, `Text av ${name} ${newKey()}.`)
      await importArticle(deps, { person, title: newKey(), text: newKey() })
      for (let i = 0; i < 5 && !stopped; i++, saved++) await desk.save(person, `${await desk.text()}\nRad ${i}.`)
    }
  }
  const done = Promise.all(Array.from({ length: writers }, (_, i) => work(createDeps(store), `Skribent ${i}`)))
  return async () => {
    stopped = true
    await done
    return saved
  }
}
