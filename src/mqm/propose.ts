/**
 * What a correction probably mended, by rules that a person can follow: the first that holds proposes. Nothing is looked up; what a
 * term, a check or a flag knows better is asked before these.
 */
import type { Severity } from './annotation.ts'
import {
  changesFunctionWords,
  changesInflection,
  changesLetters,
  changesName,
  changesNumber,
  changesOrder,
  differInBreaks,
  differOnlyInCase,
  differOnlyInSigns,
  differOnlyInSpaces,
  factsOf,
  isColonEnding,
  joinsOrSplitsWords,
  removesForeignWords,
  wordsPutIn,
  wordsTakenOut,
  writesNumberOtherwise,
  type Corrected,
  type Facts,
} from './propose/facts.ts'
import type { CategoryId } from './typology.ts'

export type { Corrected } from './propose/facts.ts'

interface Rule {
  readonly id: string
  readonly category: CategoryId
  readonly severity: Severity | ((facts: Facts) => Severity)
  readonly holds: (facts: Facts) => boolean
}

/** More words than these, put in or taken out, are no slip. */
const fewWords = 3
const byLength = (words: readonly string[] | null): Severity =>
  words !== null && words.length > fewWords ? 'major' : 'minor'

const punctuation = 'linguistic-conventions/punctuation'
const spelling = 'linguistic-conventions/spelling'
const grammar = 'linguistic-conventions/grammar'

/** In the order in which they are asked; the last one always holds. */
const rules = [
  {
    id: 'layout',
    category: 'design-and-markup/layout',
    severity: 'minor',
    holds: facts => differOnlyInSpaces(facts) && differInBreaks(facts),
  },
  {
    id: 'number-format',
    category: 'locale-conventions/number-format',
    severity: 'minor',
    holds: writesNumberOtherwise,
  },
  {
    id: 'joined',
    category: spelling,
    severity: 'minor',
    holds: facts => differOnlyInSigns(facts) && joinsOrSplitsWords(facts) && !isColonEnding(facts),
  },
  { id: 'spacing', category: punctuation, severity: 'minor', holds: differOnlyInSpaces },
  { id: 'punctuation', category: punctuation, severity: 'minor', holds: differOnlyInSigns },
  { id: 'case', category: spelling, severity: 'minor', holds: differOnlyInCase },
  { id: 'number', category: 'accuracy/mistranslation', severity: 'major', holds: changesNumber },
  { id: 'function-word', category: grammar, severity: 'minor', holds: changesFunctionWords },
  {
    id: 'deletion',
    category: 'accuracy/addition',
    severity: facts => byLength(wordsTakenOut(facts)),
    holds: facts => wordsTakenOut(facts) !== null,
  },
  {
    id: 'insertion',
    category: 'accuracy/omission',
    severity: facts => byLength(wordsPutIn(facts)),
    holds: facts => wordsPutIn(facts) !== null,
  },
  { id: 'order', category: grammar, severity: 'minor', holds: changesOrder },
  { id: 'grammar', category: grammar, severity: 'minor', holds: changesInflection },
  { id: 'spelling', category: spelling, severity: 'minor', holds: changesLetters },
  { id: 'untranslated', category: 'accuracy/untranslated', severity: 'major', holds: removesForeignWords },
  { id: 'name', category: 'terminology/wrong-term', severity: 'major', holds: changesName },
  { id: 'wording', category: 'accuracy/mistranslation', severity: 'major', holds: () => true },
] as const satisfies readonly Rule[]

/** Ids of the rules: by them it is told why something is proposed. */
export type ProposalRule = (typeof rules)[number]['id']
export const proposalRules = rules.map(({ id }) => id) as readonly ProposalRule[]

export interface Proposal {
  readonly category: CategoryId
  readonly severity: Severity
  readonly rule: ProposalRule
}

const lastRule = rules[rules.length - 1] as (typeof rules)[number]

/** The category of a correction of which nothing is known but its words. One of the sides may be empty, not both. */
export function propose(corrected: Corrected): Proposal {
  const facts = factsOf(corrected)
  const { category, severity, id } = rules.find(rule => rule.holds(facts)) ?? lastRule
  return { category, severity: typeof severity === 'string' ? severity : severity(facts), rule: id }
}
