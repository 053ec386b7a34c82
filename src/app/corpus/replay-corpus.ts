import { Problem } from '../../errors.ts'
import type { CorpusFlag, CorpusTranslation } from '../../formats/corpus.ts'
import { updateFlag } from '../../store/flags.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { applyChange, changeBetween, narrow } from '../../text/change.ts'
import { undoStep } from '../../text/path.ts'
import type { Deps } from '../deps.ts'
import { ensurePerson } from '../ensure-person.ts'
import { allSteps, placeAlong } from '../flags/place-flags.ts'
import { storeRevision, type Plan } from '../revisions/store-revision.ts'
import type { At } from '../within.ts'
import { recordFlag, writeFlag } from '../flags/write-flag.ts'

/** A corpus tells the change only by its two texts, and tells of a restore or an undo what can be checked. */
type Told = Pick<Plan, 'change' | 'restores' | 'undoes'>

async function told(deps: Deps, translationId: string, translation: CorpusTranslation, index: number): Promise<Told> {
  const texts = [translation.mt, ...translation.revisions.map(revision => revision.text)]
  const { restores, undoes, text } = translation.revisions[index] as CorpusTranslation['revisions'][number]
  const before = texts[index] ?? ''
  if (text === before)
    throw new Problem('corpus-malformed', {
      file: `revisions/${index + 1}.txt`,
      reason: 'is the text of the revision before it',
    })
  const change = changeBetween(before, text)
  if (restores !== undefined) return texts[restores] === text ? { change, restores } : { change }
  if (undoes === undefined) return { change }
  const undone = undoStep(await allSteps(deps, translationId, index), undoes, translation.mt)
  if (undone.kind === 'conflict') return { change }
  const narrowed = narrow(undone.change, before)
  return applyChange(before, narrowed) === text ? { change: narrowed, undoes } : { change }
}

/** Saves the revisions of a corpus one after another, as their authors did. */
export async function replayRevisions(deps: At, translationId: string, translation: CorpusTranslation): Promise<void> {
  for (const [index, { author, at, summary, reasons = [] }] of translation.revisions.entries()) {
    const then = deps(at)
    const person = await ensurePerson(then, author)
    await storeRevision(then, {
      person,
      which: { translationId },
      key: `corpus-${newId()}`,
      asked: null,
      summary,
      draft: null,
      plan: async () => {
        const change = await told(then, translationId, translation, index)
        // flags are set when all revisions are there
        const move: Plan['move'] = () => {
          throw new Error('a corpus sets its flags last')
        }
        return { status: 'plan', ...change, reasons: reasons.map(({ flag: _flag, ...reason }) => reason), move }
      },
    })
  }
}

/** Sets a flag as it was set, by its author in its layer, where it stands by now; and dismisses it as it was dismissed. */
export async function replayFlag(
  deps: Deps,
  tx: Db,
  translationId: string,
  head: number,
  flag: CorpusFlag,
): Promise<void> {
  const { layer, at, dismissed } = flag
  const person = await ensurePerson(deps, flag.author)
  const place = await placeAlong(deps, translationId, flag, head)
  const row = await writeFlag(tx, { translationId, layer, person, at, flag: { ...flag, id: newId(), place } })
  if (!dismissed) return
  const by = await ensurePerson(deps, dismissed.by)
  await updateFlag(tx, row.id, row.version, {
    dismissed_at: dismissed.at,
    dismissed_reason: dismissed.reason,
    updated_at: dismissed.at,
  })
  await recordFlag(tx, row, { kind: 'dismiss', person: by, at: dismissed.at, detail: { reason: dismissed.reason } })
}
