import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'
import { reading } from './document.ts'
import type { Format } from './format.ts'

/** Plain text: a paragraph a line, kept to the letter. It has no title of its own. */
export const text = {
  id: 'txt',
  label: 'Text',
  extensions: ['txt', 'text'],
  mediaType: 'text/plain',
  read: bytes => reading({ text: enterText(decodeBytes(bytes).text) }),
  write: article => article.text,
} as const satisfies Format
