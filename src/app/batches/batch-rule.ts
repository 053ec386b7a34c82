import type { Db, Row } from '../../store/schema.ts'
import { termById } from '../../store/terms.ts'
import { houseTermOf } from '../terms/house-terms.ts'
import { placeRule, type PlaceRule } from './place-rule.ts'

/** What a batch looks for; of a term with its part of speech and its own forms, as long as the termbase has it so. */
export async function batchRule(
  db: Db,
  batch: Pick<Row<'batch'>, 'kind' | 'about' | 'before_text' | 'after_text'>,
): Promise<PlaceRule> {
  const { kind, about, before_text: before, after_text: after } = batch
  const row = kind === 'term' && about !== '' ? await termById(db, about) : undefined
  if (row === undefined || row.preferred !== after) return placeRule({ kind, before, after })
  const { partOfSpeech = 'other', inflection } = houseTermOf(row)
  return placeRule({ kind, before, after, term: { partOfSpeech, inflection } })
}
