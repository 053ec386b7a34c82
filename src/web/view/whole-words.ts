import { contextLength } from '../../text/context.ts'

/** Is a context one that was cut after so many characters? A character less where it would have been cut in two. */
const wasCut = (text: string): boolean => text.length >= contextLength - 1

/** What stands before words, as it is kept, from its first whole word on. */
export const fromAWord = (text: string): string => (wasCut(text) ? text.replace(/^\S*\s+(?=\S)/u, '… ') : text)

/** What stands after words, as it is kept, to its last whole word. */
export const toAWord = (text: string): string => (wasCut(text) ? text.replace(/(?<=\S)\s+\S*$/u, ' …') : text)
