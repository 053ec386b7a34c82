/** Every metric. Adding one is a file, a test and a line here. */
import { chrf } from './chrf.ts'
import type { Metric } from './metric.ts'
import { ter } from './ter.ts'

export const metrics: readonly Metric[] = [ter, chrf]
