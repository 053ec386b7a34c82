import { applyBatch } from '../../app/batches/apply-batch.ts'
import { batchStory } from '../../app/batches/batch-story.ts'
import { chooseFromBatch } from '../../app/batches/choose-hits.ts'
import { steerBatch, type BatchStep } from '../../app/batches/steer-batch.ts'
import { undoBatch } from '../../app/batches/undo-batch.ts'
import { Problem } from '../../errors.ts'
import { fill, messages } from '../../i18n/index.ts'
import { hitsRequest, type HitsRequest } from '../../wire/batch.ts'
import { batchAddress, batchesAddress } from '../address.ts'
import { field, fieldList, fields, numberField, parsed, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { batchTold } from '../view/batch-told.ts'
import { batchId } from '../which.ts'

/** The hits that a form shows, as it says they are: each has a field for its fix, and a box that is sent where it is checked. */
function hitsSent(ask: Ask): HitsRequest['hits'] {
  const chosen = new Set(fieldList(ask, 'hit'))
  const numbers = Object.keys(fields(ask)).flatMap(name => /^fix-(\d{1,9})$/.exec(name)?.[1] ?? [])
  return numbers.map(n => ({ number: Number(n), chosen: chosen.has(n), fix: field(ask, `fix-${n}`) }))
}

/** All or none, of the batch or of one text, where a button says so: `all`, `none`, `all-ID`, `none-ID`. */
function allSent(act: string): HitsRequest['all'] {
  const [, which, translation] = /^(all|none)(?:-([0-9a-z]{16}))?$/.exec(act) ?? []
  if (which === undefined) return undefined
  return { chosen: which === 'all', ...(translation === undefined ? {} : { translation }) }
}

/** What is chosen of all texts, after what was changed just now. */
const counted = async (ask: Ask, id: string) => {
  const { batch } = await batchStory(ask.deps, id)
  return { state: batch.state, figures: batch.figures, told: batchTold(ask.language, batch) }
}

/** Keeps which places are chosen, and goes where the button of the form leads. */
export const batchChoose: Page = async ask => {
  const id = batchId(ask)
  if (ask.sentJson) {
    await chooseFromBatch(ask.deps, id, parsed(hitsRequest, fields(ask)))
    return { kind: 'data', data: await counted(ask, id) }
  }
  const act = field(ask, 'act')
  const all = allSent(act)
  await chooseFromBatch(ask.deps, id, parsed(hitsRequest, { hits: hitsSent(ask) }))
  if (all) await chooseFromBatch(ask.deps, id, { all, hits: [] })
  const to = /^after-(\d{1,9})$/.exec(act)?.[1] ?? field(ask, 'after')
  const place = all?.translation === undefined ? '#hits' : `#t-${all.translation}`
  const after = /^\d{1,9}$/.test(to) && to !== '0' ? to : null
  return { kind: 'go', to: `${batchAddress(id, { after })}${place}`, data: await counted(ask, id) }
}

const story = async (ask: Ask, id: string, notice: 'batchApplied' | 'batchUndone'): Promise<Answer> => {
  const { batch } = await batchStory(ask.deps, id)
  const { applied, undone } = batch.figures
  const { hits } = notice === 'batchApplied' ? applied : undone
  return { kind: 'go', to: batchAddress(id), notice: [notice, hits], data: batch }
}

/** Applies what is chosen, with what the page said of its own places last. */
export const batchApply: Page = async ask => {
  const id = batchId(ask)
  // pressed twice: what it says of hits that are applied changes nothing, and what was undone is told by the page
  await chooseFromBatch(ask.deps, id, parsed(hitsRequest, { hits: hitsSent(ask) })).catch((error: unknown) => {
    if (!(error instanceof Problem && error.code === 'batch-misfit')) throw error
  })
  const upTo = numberField(ask, 'upTo')
  const person = await writer(ask)
  await applyBatch(ask.deps, { person, batchId: id, upTo })
  return story(ask, id, 'batchApplied')
}

/** Takes a batch back in every text. */
export const batchUndo: Page = async ask => {
  const id = batchId(ask)
  const person = await writer(ask)
  const { batch } = await batchStory(ask.deps, id)
  const summary = fill(ask.language, messages(ask.language).batches.undoSummary, { name: batch.name })
  await undoBatch(ask.deps, { person, batchId: id, summary })
  return story(ask, id, 'batchUndone')
}

const steer =
  (step: BatchStep): Page =>
  async ask => {
    const id = batchId(ask)
    await steerBatch(ask.deps, { person: await writer(ask), batchId: id, step })
    if (step === 'drop')
      return { kind: 'go', to: batchesAddress(), notice: ['batchDropped'], data: { state: 'dropped' } }
    return { kind: 'go', to: batchAddress(id), data: await counted(ask, id) }
  }

export const batchStop: Page = steer('stop')
export const batchResume: Page = steer('resume')
export const batchDrop: Page = steer('drop')
