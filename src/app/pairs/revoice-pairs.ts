import { holdPair, pairById, pairIdsAfter } from '../../store/memory.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import { voicesVersion } from '../checks-version.ts'
import type { Deps } from '../deps.ts'
import { anchorFor, changePair, factsOf } from './pair-voice.ts'
import { voiceOf } from './voice.ts'

/** So many pairs are heard anew in one transaction. */
const atOnce = 100

const setting = 'voices'

/**
 * Gives the next pairs the voices and anchors that follow from today's rules, where they were given by others, and remembers how far it has
 * come: the version when all have them, else `version id` of the last.
 * @returns false where all have
 */
export async function revoiceNext({ store }: Pick<Deps, 'store'>): Promise<boolean> {
  const version = await voicesVersion()
  const [known, last] = ((await readSetting(store.db, setting)) ?? '').split(' ')
  if (known === version && last === undefined) return false
  const ids = await pairIdsAfter(store.db, known === version ? (last ?? '') : '', atOnce)
  await store.transaction(async tx => {
    for (const id of ids) {
      if (!(await holdPair(tx, id))) continue
      const pair = await pairById(tx, id)
      if (pair === undefined) continue
      if (pair.anchor !== anchorFor(pair) || pair.voice !== voiceOf(factsOf(pair))) await changePair(tx, pair, {})
    }
    const end = ids.at(-1)
    await writeSetting(tx, setting, end === undefined ? version : `${version} ${end}`)
  })
  return true
}
