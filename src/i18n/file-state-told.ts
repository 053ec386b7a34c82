import { fill, formatNumber, messages, plural, type Language } from './index.ts'
import type { FileState, Stage, StageCounts } from '../text/file-state.ts'

/** What is done before what is left to do. */
const order: readonly Stage[] = ['approved', 'reviewed', 'translated', 'review', 'rejected', 'open', 'other']

/**
 * How many segments are how far: `12 av 40 godkända, 28 översatta`; '' where the file says so of none.
 * @param all segments
 */
export function stagesListed(language: Language, counts: StageCounts, all: number): string {
  const { ofAll, stages } = messages(language).fileStates
  return order
    .flatMap(stage => {
      const n = counts[stage]
      return n ? [{ n, words: plural(language, stages[stage], n) }] : []
    })
    .map(({ n, words }, i) => `${i === 0 ? fill(language, ofAll, { n, all }) : formatNumber(language, n)} ${words}`)
    .join(', ')
}

/** The same with where it is said: `i filen: 12 av 40 godkända, 28 översatta`. */
export function stagesTold(language: Language, counts: StageCounts, all: number): string {
  const states = stagesListed(language, counts, all)
  return states === '' ? '' : fill(language, messages(language).fileStates.inFile, { states })
}

/** `i filen: godkänt (final)` */
export function fileStateTold(language: Language, { stage, said, locked }: FileState): string {
  const { inFile, stage: names, locked: lockedThere } = messages(language).fileStates
  const states = `${names[stage]}${said === '' ? '' : ` (${said})`}${locked ? `, ${lockedThere}` : ''}`
  return fill(language, inFile, { states })
}
