/** Word frequencies of wordfreq (Robyn Speer; data CC BY-SA 4.0): `cBpack`, words in bins of a centibel. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decode } from '@msgpack/msgpack'

/** Zipf value × 25, at most 255: 7 is `och`, about 1 the rarest. A bin n holds words of frequency 10^(-n/100). */
export const zipfByte = (bin: number): number => Math.max(1, Math.min(255, Math.round((9 - bin / 100) * 25)))

/** Every word of a list with the byte of its Zipf value. */
export function* readFrequencies(file: string): Generator<readonly [string, number]> {
  const [, ...bins] = decode(gunzipSync(readFileSync(file))) as [unknown, ...string[][]]
  for (const [bin, words] of bins.entries()) for (const word of words) yield [word.normalize('NFC'), zipfByte(bin)]
}
