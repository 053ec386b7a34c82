/** What a line of a file of terms does to the termbase. */
export const outcomes = ['new', 'changed', 'same', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
