/** Names that Windows keeps for devices, with or without an extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** File systems take 255 bytes a name; a name this long is read at a glance, and leaves room for `(1)` and a path. */
const maxBytes = 120

/** The name where a title leaves nothing. */
const unnamed = 'artikel'

const bytes = (text: string): number => new TextEncoder().encode(text).length

/** Whole characters, as a person counts them, up to a number of bytes; at a space, where one is near. */
const cut = (text: string, limit: number): string => {
  if (bytes(text) <= limit) return text
  let kept = ''
  let left = limit
  for (const { segment } of new Intl.Segmenter('sv').segment(text.slice(0, limit))) {
    left -= bytes(segment)
    if (left < 0) break
    kept += segment
  }
  const space = kept.lastIndexOf(' ')
  return space > kept.length * 0.6 ? kept.slice(0, space) : kept
}

/** No character that a file system, a shell or a header takes amiss. */
const harmless = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[/\\|]/g, '-')
    .replace(/["*<>?:]|\p{Cf}|\p{Co}|\p{Cn}/gu, '')
    .replace(/[\s\p{Cc}\p{Z}]+/gu, ' ')

const trim = (text: string): string => text.replace(/^[\s.~-]+|[\s.]+$/g, '')

const asciiLetters: Readonly<Record<string, string>> = {
  æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', œ: 'oe', Œ: 'OE', ß: 'ss', ẞ: 'SS', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ł: 'l', Ł: 'L', ı: 'i',
} // prettier-ignore

/** Letters without their marks (å ä ö → a a o), dashes and quotation marks as ASCII has them; the rest, and what comes apart (≮), goes. */
const toAscii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[^ -~]/g, letter => asciiLetters[letter] ?? '')
    .replace(/[%"\\<>:*?|/]/g, '')
    .replace(/ +/g, ' ')

const named = (text: string, limit: number): string => {
  const name = trim(cut(trim(text), limit)) || unnamed
  return reserved.test(name.split('.')[0]?.trim() ?? '') ? `_${name}` : name
}

export interface FileName {
  /** for what reads ASCII only */
  readonly ascii: string
  readonly utf8: string
}

/** A file name in a title's own words: at most 120 bytes of UTF-8, and good on every system. @param extension without point */
export const fileName = (title: string, extension: string): FileName => {
  const clean = harmless(title)
  const limit = maxBytes - extension.length - 2
  return { ascii: `${named(toAscii(clean), limit)}.${extension}`, utf8: `${named(clean, limit)}.${extension}` }
}

/** The Content-Disposition of a download: RFC 6266, its `filename*` by RFC 8187 (once 5987). */
export const contentDisposition = (name: FileName): string => {
  const encoded = encodeURIComponent(name.utf8).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${name.ascii}"; filename*=UTF-8''${encoded}`
}

/** A short name of small letters, figures and hyphens, for a folder. @param length at most so many characters */
export const slug = (text: string, length: number): string => {
  const plain = toAscii(harmless(text))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const name = cut(plain, length).trim().replaceAll(' ', '-') || unnamed
  return reserved.test(name) ? `_${name}` : name
}
