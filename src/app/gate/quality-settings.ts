import { weightSchemes, type WeightScheme } from '../../mqm/weights.ts'
import { readSetting } from '../../store/settings.ts'
import type { Db } from '../../store/schema.ts'
import { qualitySettings, type QualitySettings } from '../../wire/quality.ts'

/** The name under which they are stored. */
export const qualitySetting = 'quality'

/** Settings as they are stored; what nobody has decided is as usual. */
export const readSettings = (stored: string | null): QualitySettings =>
  qualitySettings.parse(stored === null ? {} : JSON.parse(stored))

/** What the house has decided about quality. */
export const readQualitySettings = async (db: Db): Promise<QualitySettings> =>
  readSettings(await readSetting(db, qualitySetting))

/** The weights that the house has chosen. */
export function schemeOf({ weights, own }: QualitySettings): WeightScheme {
  const scheme = weights === 'own' ? own : weightSchemes.find(({ id }) => id === weights)
  if (!scheme) throw new RangeError(`There is no weight scheme ${weights}`)
  return scheme
}
