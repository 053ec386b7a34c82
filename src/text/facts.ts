/** The names and numbers of a text: what all its translations have in common. */
import { fold } from './fold.ts'

const factPattern = /(?<number>\d+(?:[.,:]\d+|[ \u00a0\u202f]\d{3}(?!\d))*(?![\p{L}\p{N}]))|(?<word>[\p{L}\p{N}]+)/gu
const thousands = /^\d{1,3}(?:[ .\u00a0\u202f]\d{3})+$/u
/** After these a sentence begins, and a capital says nothing. */
const opens = /(?:^|[.!?:\u2028])[\s"'”“„«»’‘–—()\-•*#>]*$/u
/** A word with more capitals or figures in it is a name wherever it stands: LKA, B75. */
const surely = /^.+[\p{Lu}\p{N}]/u
const genitive = /(?<=...)s$/u

/** Dots or spaces between thousands are none; any other sign within is one sign: 60 000 is 60.000, 15.30 is 15:30. */
const plainNumber = (number: string): string =>
  thousands.test(number) ? number.replace(/\D/gu, '') : number.replace(/\D/gu, ',')

/**
 * Names, folded and without their genitive, and numbers, in the order of the text. A capital at the head of a sentence is a name's only
 * if the word has one elsewhere too.
 */
export function factsOf(text: string): readonly string[] {
  const found: { readonly fact: string; readonly unsure: boolean }[] = []
  const sure = new Set<string>()
  for (const line of text.split('\n'))
    for (const { groups = {}, index } of line.matchAll(factPattern)) {
      const { number, word } = groups
      if (number !== undefined) found.push({ fact: plainNumber(number), unsure: false })
      else if (word !== undefined && /^\p{Lu}/u.test(word)) {
        const fact = fold(word).text.replace(genitive, '')
        const unsure = !surely.test(word) && opens.test(line.slice(Math.max(0, index - 12), index))
        if (!unsure) sure.add(fact)
        found.push({ fact, unsure })
      }
    }
  return found.flatMap(({ fact, unsure }) => (unsure && !sure.has(fact) ? [] : [fact]))
}
