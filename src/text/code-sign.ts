/** How an inline code is shown among words: where a pair opens, where it closes, or a point. */
export type CodeSide = 'opens' | 'closes' | 'point'

/** In characters: more of a tag with all its attributes nobody reads among words. */
const longest = 18

const short = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1).toWellFormed()}…` : name)

/** What a code is called: its label without the brackets of a tag. */
export const codeName = (label: string): string => /^<\/?(.+?)\/?>$/su.exec(label)?.[1]?.trim() ?? label

/** `⟨b` and `b⟩` around words, `⟨br⟩` at a place; a label that is no tag has a look of its own: `{0}`. */
export const codeSign = (label: string, side: CodeSide): string => {
  const name = short(codeName(label))
  if (side === 'opens') return `⟨${name}`
  if (side === 'closes') return `${name}⟩`
  return codeName(label) === label ? name : `⟨${name}⟩`
}
