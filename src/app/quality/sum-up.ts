import { severities } from '../../mqm/annotation.ts'
import type { WeightScheme } from '../../mqm/weights.ts'
import { chrf } from '../../metrics/chrf.ts'
import { usualDrawing } from '../../metrics/statistics/bootstrap.ts'
import { judge } from '../../metrics/statistics/judge.ts'
import { ter } from '../../metrics/ter.ts'
import { countUnmeasured } from '../../store/measures.ts'
import type { About, Figure, Method, QualityReport } from '../../wire/quality-report.ts'
import type { Deps, Person } from '../deps.ts'
import { measureNow } from '../measure/measure-now.ts'
import { readQualitySettings, schemeOf } from '../gate/quality-settings.ts'
import { approvalsOf } from './approvals.ts'
import { checkRows } from './check-rows.ts'
import { frequentCorrections } from './frequent-corrections.ts'
import { readMeasures } from './measured.ts'
import { openFilter } from './report-filter.ts'
import { summaryOf } from './summary.ts'
import { worstParagraphs } from './worst-paragraphs.ts'

/** By what figures are reckoned now. */
export const methodOf = (scheme: WeightScheme, threshold: number): Method => ({
  weights: {
    id: scheme.id,
    name: scheme.name,
    source: scheme.source,
    severities: Object.fromEntries(
      severities.map(each => [each, scheme.severities[each]]),
    ) as Method['weights']['severities'],
    exceptions: scheme.exceptions.map(({ category, severity, weight }) => ({
      category,
      ...(severity && { severity }),
      weight,
    })),
  },
  threshold,
  level: usualDrawing.level,
  resamples: usualDrawing.resamples,
  seed: usualDrawing.seed,
  signatures: { hter: ter.signature(ter.defaults), chrf: chrf.signature(chrf.defaults) },
})

/** Whether a raw quality score passes; null where there is none. @param units that its interval is of */
export const verdictOf = ({ score, low, high, units }: Figure, threshold: number): QualityReport['verdict'] =>
  score === null ? null : judge(low === null || high === null ? null : { low, high }, units, threshold, 'higher')

/**
 * Every figure of a set of translations. Intervals are drawn over articles: what stands in one article hangs together. Articles that `person`
 * annotates blind are left out of what that person is told.
 * @throws Problem field-invalid for a month that is none
 */
export async function sumUpQuality(deps: Deps, about: About, person: Person | null = null): Promise<QualityReport> {
  const { db } = deps.store
  const filter = await openFilter(db, about, person)
  await measureNow(deps)
  const settings = await readQualitySettings(db)
  const scheme = schemeOf(settings)
  const set = await readMeasures(deps.store, filter, scheme)
  const { whole, ...parts } = summaryOf(set)
  const [unmeasured, corrections, approvals, worst, checks] = await Promise.all([
    countUnmeasured(db),
    frequentCorrections(deps, set),
    approvalsOf(deps, set),
    worstParagraphs(deps, set.translations, scheme),
    checkRows(deps.store, set),
  ])
  return {
    about,
    method: methodOf(scheme, settings.threshold),
    at: deps.now(),
    ...whole,
    ...parts,
    unmeasured,
    approvals,
    verdict: verdictOf(whole.figures.quality, settings.threshold),
    corrections,
    worst,
    checks,
  }
}
