import type { Adjudication } from '../../store/annotations.ts'
import type { AdjudicationChoice } from '../../wire/annotation.ts'

/** Two annotators' flags on what may be the same error, by their ids; '' where one of them has none. */
export interface FlagPair {
  readonly a: string
  readonly b: string
}

const idsOf = ({ a_flag_id, b_flag_id }: Adjudication): readonly string[] => [a_flag_id, b_flag_id]

/** What was decided about either flag of a pair, the latest last: also beside a third annotator's. */
export const decisionsAbout = (all: readonly Adjudication[], { a, b }: FlagPair): readonly Adjudication[] =>
  all.filter(one => idsOf(one).some(id => id !== '' && (id === a || id === b)))

const swapped = { a: 'b', b: 'a', other: 'other', none: 'none' } as const

/** What was chosen, as seen from the pair: of a version that was chosen beside a third annotator's, that it is neither. */
export function choiceIn(decision: Adjudication, { a, b }: FlagPair): AdjudicationChoice {
  const choice = decision.choice as AdjudicationChoice
  if (decision.a_flag_id === a && decision.b_flag_id === b) return choice
  if (decision.a_flag_id === b && decision.b_flag_id === a) return swapped[choice]
  const chosen = choice === 'a' ? decision.a_flag_id : choice === 'b' ? decision.b_flag_id : ''
  if (chosen !== '' && chosen === a) return 'a'
  if (chosen !== '' && chosen === b) return 'b'
  return choice === 'none' ? 'none' : 'other'
}
