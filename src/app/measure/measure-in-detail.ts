import { weigherOf } from '../../mqm/weights.ts'
import { measureGroundsOf } from '../../store/measures.ts'
import type { Deps } from '../deps.ts'
import { readQualitySettings, schemeOf } from '../gate/quality-settings.ts'
import type { Derived, ParagraphDetail, SentenceDetail } from './derive-measure.ts'
import { metricFigures, type MetricFigures } from './figures.ts'
import type { FoundError } from './find-errors.ts'
import { deriveOn } from './measure-translation.ts'

export interface SentenceFigures extends SentenceDetail, MetricFigures {
  /** what its errors weigh, as the house has chosen; those of a severity that no scheme knows weigh nothing */
  readonly penalty: number
}

export interface ParagraphFigures extends Omit<ParagraphDetail, 'sentences'>, MetricFigures {
  readonly sentences: readonly SentenceFigures[]
  readonly words: number
  readonly headWords: number
  readonly penalty: number
}

/** What a translation measures: all of it, each paragraph, and each sentence. */
export interface DetailedMeasure extends Omit<Derived, 'paragraphs'>, MetricFigures {
  readonly paragraphs: readonly ParagraphFigures[]
  readonly penalty: number
  /** the texts that places are of: `a` of the MT, `b` of the head */
  readonly mt: string
  readonly head: string
  /** id of the weight scheme */
  readonly scheme: string
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** How often is tried anew because a save was faster. */
const mostTries = 5

/** Measures a translation as it stands; long texts in a thread of their own. Null where there is no such translation. */
export async function measureInDetail(deps: Deps, translationId: string): Promise<DetailedMeasure | null> {
  const { db } = deps.store
  const scheme = schemeOf(await readQualitySettings(db))
  const weigh = weigherOf(scheme)
  const weighAll = (errors: readonly FoundError[]) => sum(errors.map(error => error.count * (weigh(error) ?? 0)))
  for (let tries = 0; tries < mostTries; tries += 1) {
    const grounds = await measureGroundsOf(db, translationId)
    const found = grounds && (await deriveOn(deps, grounds, { inDetail: true }))
    if (!grounds) return null
    if (!found) continue
    const { derived, mt, head } = found
    const paragraphs = derived.paragraphs.map(paragraph => {
      const sentences = paragraph.sentences.map(sentence => ({
        ...sentence,
        ...metricFigures(sentence.sums),
        penalty: weighAll(sentence.errors),
      }))
      return {
        ...paragraph,
        ...metricFigures(paragraph.sums),
        sentences,
        words: sum(sentences.map(({ words }) => words)),
        headWords: sum(sentences.map(({ headWords }) => headWords)),
        penalty: sum(sentences.map(({ penalty }) => penalty)),
      }
    })
    const penalty = sum(derived.errors.map(([category, severity, n]) => n * (weigh({ category, severity }) ?? 0)))
    return { ...derived, ...metricFigures(derived.sums), paragraphs, penalty, mt, head, scheme: scheme.id }
  }
  return null
}
