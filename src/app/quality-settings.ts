import { weightSchemes, type WeightScheme } from '../mqm/weights.ts'
import { readSetting } from '../store/settings.ts'
import type { Db } from '../store/schema.ts'
import { qualitySettings, type QualitySettings } from '../wire/quality.ts'

/** The name under which they are stored. */
export const qualitySetting = 'quality'

/** What the house has decided about quality; what it has not is as usual. */
export async function readQualitySettings(db: Db): Promise<QualitySettings> {
  const stored = await readSetting(db, qualitySetting)
  return qualitySettings.parse(stored === null ? {} : JSON.parse(stored))
}

/** The weights that the house has chosen. */
export function schemeOf({ weights, own }: QualitySettings): WeightScheme {
  const scheme = weights === 'own' ? own : weightSchemes.find(({ id }) => id === weights)
  if (!scheme) throw new RangeError(`There is no weight scheme ${weights}`)
  return scheme
}
