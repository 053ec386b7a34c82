/** Sentences about names. */
import type { Said } from '../check.ts'
import type { Reading } from '../reading.ts'
import type { Mention } from './mentions.ts'

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`

export interface Told {
  readonly found: string
  readonly sv: string
  readonly en: string
}

/** The words found, and the right name or names of what they mean. */
export function told(reading: Reading, mention: Mention): Told {
  const rights = mention.names.map(name => name.right[0].text)
  return { found: reading.text.slice(mention.from, mention.to), sv: listed(rights, 'eller'), en: listed(rights, 'or') }
}

export const say = (sv: string, en: string): Said => ({ sv, en })
