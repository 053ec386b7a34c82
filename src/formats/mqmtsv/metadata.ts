/** The last column: JSON of Anthea and Marot, or in older files a note. */
import { enterText } from '../../text/entry.ts'
import { languageTag } from '../lib/language-tag.ts'

export interface Metadata {
  readonly note: string
  /** of ours: what the words should be */
  readonly suggestion: string
  /** epoch ms; null where it is not said */
  readonly timestamp: number | null
  /** what the rater would have the segment read; null where nothing */
  readonly corrected: string | null
  /** who corrected, where it is not the rater of the row */
  readonly correctedBy: string
  /** of ours: how good the rater finds the segment, 0 to 100 (ESA); null where that is not said */
  readonly score: number | null
  /** of ours: whose marks the rater could have seen before; null where that is not said */
  readonly saw: readonly string[] | null
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

const none: Metadata = { note: '', suggestion: '', timestamp: null, corrected: null, correctedBy: '', score: null, saw: null, sourceLanguage: '', targetLanguage: '' } // prettier-ignore

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIn = (record: Readonly<Record<string, unknown>>, name: string): string => {
  const value = record[name]
  return typeof value === 'string' ? enterText(value) : ''
}

/** Times of other programs may be texts, and may be nonsense. */
const timeIn = (value: unknown): number | null => {
  const time = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof time === 'number' && Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? Math.round(time) : null
}

const sawIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.flatMap((name: unknown) => (typeof name === 'string' ? [enterText(name)] : [])) : null

const scoreIn = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : null

/** @throws Problem text-has-nul, text-has-lone-surrogate */
export function readMetadata(raw: string): Metadata {
  if (raw === '') return none
  if (!raw.startsWith('{')) return { ...none, note: enterText(raw) }
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return { ...none, note: enterText(raw) }
  }
  if (!isRecord(value)) return none
  const evaluation = isRecord(value['evaluation']) ? value['evaluation'] : {}
  return {
    note: textIn(value, 'note'),
    suggestion: textIn(value, 'suggestion'),
    timestamp: timeIn(value['timestamp']),
    corrected: typeof value['corrected_translation'] === 'string' ? textIn(value, 'corrected_translation') : null,
    correctedBy: textIn(value, 'corrected_by'),
    score: scoreIn(value['score']),
    saw: sawIn(value['saw']),
    sourceLanguage: languageTag(textIn(evaluation, 'source_language')),
    targetLanguage: languageTag(textIn(evaluation, 'target_language')),
  }
}
