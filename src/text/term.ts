/** What an entry of a termbase may be. */

/** Tells which forms an own inflection lists (`checks/phrases/own-forms.ts`); `other`: the dictionary knows best. */
export const partsOfSpeech = ['noun', 'proper-noun', 'verb', 'adjective', 'other'] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

/** Only approved terms are checked; a declined one is kept, so that it is not proposed again. */
export const termStatuses = ['approved', 'proposed', 'declined'] as const
export type TermStatus = (typeof termStatuses)[number]

export const isPartOfSpeech = (value: string): value is PartOfSpeech => partsOfSpeech.some(known => known === value)
export const isTermStatus = (value: string): value is TermStatus => termStatuses.some(known => known === value)
