import type { Reading } from '../reading.ts'

const marks = /["“”„»«]/

/** Longer than this, what stands between two quotation marks is somebody's speech, translated like the rest. */
const longest = 4

const known = new WeakMap<Reading, Uint8Array>()

/** Which tokens stand between quotation marks, a few words apart: foreign words there are quoted, not left over. */
export function quoted(reading: Reading): Uint8Array {
  const made = known.get(reading) ?? find(reading)
  known.set(reading, made)
  return made
}

function find({ tokens, sentences }: Reading): Uint8Array {
  const inside = new Uint8Array(tokens.length)
  for (const { first, end } of sentences) {
    let opened = -1
    for (let i = first; i < end; i++) {
      if (!marks.test(tokens[i]?.text ?? '')) continue
      if (opened >= 0 && i - opened <= longest + 1) {
        inside.fill(1, opened + 1, i)
        opened = -1
      } else opened = i
    }
  }
  return inside
}
