import type { CheckPool } from '../../../src/app/findings/check-pool.ts'
import type { Finding } from '../../../src/checks/check.ts'

export type FoundWords = Pick<Finding, 'check' | 'severity' | 'confidence'> & { readonly words: string }

/** Checks that find some words, the first of each in a text, at once and without a thread. */
export const findingPool = (found: readonly FoundWords[]): CheckPool => ({
  check: ({ text }) =>
    Promise.resolve({
      outcome: 'ready',
      failures: [],
      findings: found.flatMap(({ words, ...one }): Finding[] => {
        const from = text.indexOf(words)
        const message = { sv: `Fel: ${words}`, en: `Wrong: ${words}` }
        const about = { text: words, category: 'accuracy/mistranslation', message, fixes: [] } as const
        return from < 0 ? [] : [{ ...one, ...about, from, to: from + words.length }]
      }),
    }),
  close: () => Promise.resolve(),
})
