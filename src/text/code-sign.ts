import type { Span } from './span.ts'

/** How an inline code is shown: where a pair opens and where it closes among words, a pair told of as one, or a point. */
export type CodeSide = 'opens' | 'closes' | 'both' | 'point'

/** In characters: more of a tag with all its attributes nobody reads among words. */
const longest = 18

const short = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1).toWellFormed()}…` : name)

const inTag = (label: string): string | undefined => /^<\/?(.+?)\/?>$/su.exec(label)?.[1]?.trim()

/** What a code is called: its label without the brackets of a tag or the braces of a placeholder. */
export const codeName = (label: string): string => inTag(label) ?? /^\{(.+)\}$/su.exec(label)?.[1]?.trim() ?? label

/** `⟨b` and `b⟩` around words, `⟨br⟩` at a place; a point that is no tag has a look of its own: `{0}`. */
export const codeSign = (label: string, side: CodeSide): string => {
  const name = short(codeName(label))
  if (side === 'point' && inTag(label) === undefined) return short(label)
  return `${side === 'closes' ? '' : '⟨'}${name}${side === 'opens' ? '' : '⟩'}`
}

/** A code as it stands in one text. `lost`: it has no words any more. */
export interface StandingCode extends Span {
  readonly kind: 'pair' | 'point'
  readonly lost: boolean
}

/** The sign of a code at a place. */
export interface CodeSideAt<C extends StandingCode> {
  readonly at: number
  readonly side: CodeSide
  readonly code: C
}

/**
 * The signs of a text's codes, in the order of the text: at one place what closes stands before what opens, the inner closing first and the
 * outer opening first; a pair that has lost its words has one sign.
 * @param codes in the order of the file
 */
export const codeSides = <C extends StandingCode>(codes: readonly C[]): readonly CodeSideAt<C>[] => {
  const isAround = ({ kind, lost }: C): boolean => kind === 'pair' && !lost
  const closing = codes
    .filter(code => isAround(code) && code.from < code.to)
    .reverse()
    .map(code => ({ at: code.to, side: 'closes' as const, code }))
  const opening = codes.flatMap((code): CodeSideAt<C>[] => {
    if (!isAround(code)) return [{ at: code.from, side: code.kind === 'pair' ? 'both' : 'point', code }]
    const opens = { at: code.from, side: 'opens', code } as const
    return code.from < code.to ? [opens] : [opens, { ...opens, side: 'closes' }]
  })
  // the sort is stable
  return [...closing, ...opening].toSorted((a, b) => a.at - b.at)
}
