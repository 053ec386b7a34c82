import { oncePerReading, type Reading } from '../reading.ts'

const marks = /["“”„»«]/

/** So short a quotation is a title or a term; a longer one is somebody's speech, translated like the rest … */
const longest = 4
/** … but where so many of its words are no Swedish ones: then it is quoted in its own language. */
const foreignShare = 0.45
/** What stands further apart is not one quotation. */
const furthest = 80

/** Which tokens stand between quotation marks as a title, a term or foreign words: those are quoted, not left over. */
export const quoted = oncePerReading((reading): Uint8Array => {
  const { tokens, sentences } = reading
  const inside = new Uint8Array(tokens.length)
  const paragraphOf = (i: number): number => sentences[tokens[i]?.sentence ?? -1]?.paragraph ?? -1
  let opened = -1
  for (let i = 0; i < tokens.length; i++) {
    if (!marks.test(tokens[i]?.text ?? '')) continue
    const closes = opened >= 0 && i - opened <= furthest && paragraphOf(i) === paragraphOf(opened)
    if (closes && (i - opened <= longest + 1 || isForeign(reading, opened + 1, i))) inside.fill(1, opened + 1, i)
    opened = closes ? -1 : i
  }
  return inside
})

function isForeign({ tokens, word }: Reading, from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(token => token.kind === 'word')
  const foreign = words.filter(token => !word(token).common && word(token).compound === null)
  return foreign.length >= foreignShare * words.length
}
