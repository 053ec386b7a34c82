/** The items of a file, one for each segment, system and annotator, whatever the program that wrote it calls their fields. */
import { enterText } from '../../text/entry.ts'
import { languageTag } from '../lib/language-tag.ts'

export const label = 'ESA JSON'

export type Json = Readonly<Record<string, unknown>>

/** A span as the file has it. */
export interface RawSpan {
  /** an index of a character, `missing`, or anything else */
  readonly start: unknown
  readonly end: unknown
  readonly category: string
  readonly severity: string
  readonly fields: Json
}

export interface Item {
  readonly document: string
  /** within its document; '' where the file has none */
  readonly segment: string
  readonly system: string
  readonly source: string
  readonly target: string
  readonly annotator: string
  /** null where nothing is said of errors, not even that there are none */
  readonly spans: readonly RawSpan[] | null
  /** 0 to 100; null where none was given */
  readonly score: number | null
  /** what the annotator would have it read; null where nothing */
  readonly corrected: string | null
  /** of our own: who corrected it, where that is not the annotator */
  readonly correctedBy: string
  /** of ours: whose marks the annotator could have seen; null where that is not said */
  readonly saw: readonly string[] | null
  readonly sourceLanguage: string
  readonly language: string
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** The first of some fields that is a text or a number. */
export function textIn(object: Json, ...names: readonly string[]): string {
  for (const name of names) {
    const value = object[name]
    if (typeof value === 'string') return enterText(value)
    if (typeof value === 'number') return String(value)
  }
  return ''
}

const listIn = (object: Json, ...names: readonly string[]): readonly unknown[] | null => {
  for (const name of names) {
    const value = object[name]
    if (isList(value)) return value
    // Appraise has tutorials and what is marked beforehand in one object
    if (isObject(value) && isList(value['payload'])) return value['payload']
  }
  return null
}

const scoreIn = (object: Json): number | null => {
  const raw = object['score'] ?? object['esa_score']
  const score = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
  return typeof score === 'number' && Number.isFinite(score) ? score : null
}

/** Annotations of Appraise name the way through the typology: `["Accuracy", "Mistranslation"]`. */
const categoryIn = (span: Json): string => {
  const path = span['error_type']
  if (isList(path)) return path.filter(part => typeof part === 'string').map(enterText).join('/') // prettier-ignore
  return textIn(span, 'category', 'error_type')
}

const spansIn = (object: Json): RawSpan[] | null =>
  listIn(object, 'error_spans', 'annotations', 'esa_spans', 'errors', 'spans', 'mqm')
    ?.filter(isObject)
    .map(span => ({
      start: span['start_i'],
      end: span['end_i'],
      category: categoryIn(span),
      severity: textIn(span, 'severity'),
      fields: span,
    })) ?? null

/** `en-cs_CZ` or `en-cs`, as WMT names a pair of languages; its names of segments begin with it. */
function languagesIn(object: Json): Pick<Item, 'sourceLanguage' | 'language'> {
  const named = textIn(object, 'langs', 'lp', 'language_pair')
  const [id = ''] = textIn(object, 'item_id', 'doc_id').split('_#_')
  const pair = /^([a-z]{2,3}(?:_[A-Za-z]+)?)-([a-z]{2,3}(?:_[A-Za-z]+)*)$/.exec(named || id)
  return {
    sourceLanguage: languageTag(textIn(object, 'source_language', 'src_lang') || (pair?.[1] ?? '')),
    language: languageTag(textIn(object, 'target_language', 'tgt_lang') || (pair?.[2] ?? '')),
  }
}

/** `en-sv_#_news_#_svt.12_#_3`: WMT's name for the fourth segment of a document. */
function placeIn(object: Json, document: string): Pick<Item, 'document' | 'segment'> {
  const doc = textIn(object, 'doc_id', 'documentID', 'doc', 'document')
  const id = textIn(object, 'item_id', 'itemID', 'id')
  const segment = textIn(object, 'line_id', 'seg_id', 'segment_id')
  const whole = /^(.*)_#_(\d+)$/s.exec(id.includes('_#_') ? id : doc)
  if (whole) return { document: whole[1] ?? '', segment: whole[2] ?? '' }
  return { document: doc || document, segment: segment || id }
}

const correctedIn = (object: Json, target: string): string | null => {
  const text = textIn(object, 'textfield', 'post_edit', 'pe')
  return text === '' || text === target ? null : text
}

/** Of ours: whose marks the annotator could have seen; null where that is not said. */
const sawIn = ({ saw }: Json): readonly string[] | null =>
  isList(saw) ? saw.flatMap(name => (typeof name === 'string' ? [enterText(name)] : [])) : null

/** What the annotation of one system says: spans, or an object with spans and score. */
const judged = (value: unknown): Json => (isList(value) ? { error_spans: value } : isObject(value) ? value : {})

const sourceIn = (object: Json): string => textIn(object, 'src', 'src_text', 'source', 'sourceText')

/** What an object has that is an item, a translation each; `by`: who annotated it, and what, where that stands outside of it. */
function* itemsOf(object: Json, document: string, annotator: string, annotation: unknown): Generator<Item> {
  const common = {
    ...placeIn(object, document),
    ...languagesIn(object),
    source: sourceIn(object),
    annotator: annotator || textIn(object, 'annotator', 'user_id', 'rater', 'annotator_id'),
  }
  const targets = object['tgt'] ?? object['tgt_text'] ?? object['targetText'] ?? object['target'] ?? object['mt']
  const item = (system: string, target: string, by: Json): Item => ({
    ...common,
    annotator: textIn(by, 'annotator', 'user_id', 'rater') || common.annotator,
    system,
    target,
    spans: spansIn(by),
    score: scoreIn(by),
    corrected: correctedIn(by, target),
    correctedBy: textIn(by, 'corrected_by'),
    saw: sawIn(by),
  })
  if (typeof targets === 'string') yield item(textIn(object, 'system', 'model', 'targetID', 'mt_model'), enterText(targets), object) // prettier-ignore
  if (!isObject(targets)) return
  for (const [system, target] of Object.entries(targets)) {
    if (typeof target !== 'string') continue
    const scores = isObject(object['scores']) ? object['scores'][system] : undefined
    const own = isObject(annotation) ? annotation[system] : isObject(object['error_spans']) ? object['error_spans'][system] : undefined // prettier-ignore
    const all = isList(scores) ? scores.map(judged) : [judged(own)]
    for (const by of all.length > 0 ? all : [{}]) yield item(enterText(system), enterText(target), by)
  }
}

const hasTarget = (object: Json): boolean =>
  ['tgt', 'tgt_text', 'targetText'].some(name => name in object) ||
  (sourceIn(object) !== '' && ('target' in object || 'mt' in object))

/** A part of Appraise's batches that tests the annotator: the translation is spoiled on purpose, or there to be learnt by. */
const isTest = (object: Json): boolean =>
  (typeof object['itemType'] === 'string' && object['itemType'] !== 'TGT') ||
  (isObject(object['mqm']) && 'tutorial' in object['mqm']) ||
  /#(bad|dup|incomplete)$/.test(textIn(object, 'documentID'))

/**
 * All items of a JSON value: of one item, of lists of them, of a campaign of Pearmut and what it gives out, of WMT's human evaluations, of
 * Appraise's batches. In Pearmut, the items of a document stand in a list of their own.
 * @param skipped called for what tests annotators
 * @param document what items are of that do not say so themselves
 */
export function* itemsIn(value: unknown, skipped: () => void, document = ''): Generator<Item> {
  if (isList(value)) {
    for (const [i, part] of value.entries())
      yield* itemsIn(part, skipped, isList(part) ? `${document} ${i + 1}`.trim() : document)
    return
  }
  if (!isObject(value)) return
  if (isList(value['item']) && 'annotation' in value) {
    const annotations = isList(value['annotation']) ? value['annotation'] : [value['annotation']]
    const place = textIn(value, 'item_i')
    if (/^(welcome|random|goodbye)_/.test(place)) return skipped()
    for (const [i, item] of value['item'].entries())
      if (isObject(item)) yield* itemsOf(item, place, textIn(value, 'user_id'), annotations[i] ?? {})
  } else if (hasTarget(value)) {
    if (isTest(value)) skipped()
    else yield* itemsOf(value, document, '', undefined)
  } else
    for (const name of ['data', 'items', 'segments', 'documents'])
      if (typeof value[name] === 'object')
        yield* itemsIn(value[name], skipped, textIn(value, 'campaign_id') || document)
}
