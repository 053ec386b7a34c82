import type { Severity } from '../../mqm/annotation.ts'
import { categories, dimensions, type CategoryId, type Dimension } from '../../mqm/typology.ts'

const same = <K extends string>(keys: readonly K[]): Record<K, string> =>
  Object.fromEntries(keys.map(k => [k, k])) as unknown as Record<K, string>

export const mqm = {
  dimensions: same<Dimension>(dimensions),
  categories: same<CategoryId>(categories),
  severities: { neutral: 'neutral', minor: 'mindre', major: 'större', critical: 'kritiskt' } satisfies Record<
    Severity,
    string
  > as Record<Severity, string>,
}
