import { createHash } from 'node:crypto'

/** SHA-256 of bytes, hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of a text's UTF-8, hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
