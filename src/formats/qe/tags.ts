import { alignWords, type Alignment } from './align.ts'

/** How a text is cut into words, that are parted by spaces in the files. */
export type Tokenize = (text: string) => string[]

/**
 * Words and signs: letters and digits, and between two of them one of `. , : ' ’ -` (`EU:s`, `12.30`, `t-shirt`); every other character that
 * is no space by itself.
 */
export const wordsAndSigns: Tokenize = text =>
  text.match(/[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu) ?? []

/** Of a text whose words are parted by spaces already. */
export const bySpaces: Tokenize = text => text.split(/\s+/).filter(word => word !== '')

/** Are its words and signs parted by spaces already, as in WMT's own files? There commas and question marks stand by themselves, and behind no word. */
export const isTokenized = (text: string): boolean => {
  const [alone, behind] = [/(?<=\s)[,;!?](?=\s|$)/g, /[\p{L}\p{N}][,;!?](?=\s|$)/gu]
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0
  return count(alone) > 20 * count(behind)
}

/** Has it a word, not signs alone? */
export const hasWords = (words: readonly string[]): boolean => words.some(word => /[\p{L}\p{N}]/u.test(word))

export type Tag = 'OK' | 'BAD'

/**
 * 2n + 1 tags for n words of the MT: a gap, a word, a gap … A word is BAD if it was deleted or another stands for it; a gap, if words were put in there.
 * (WMT19/20 quality estimation, task 2; there too the tags are without shifts.)
 */
export function tagsOf(mt: readonly string[], edited: readonly string[], { pairs }: Alignment): Tag[] {
  const tags = new Array<Tag>(2 * mt.length + 1).fill('OK')
  let at = 0
  for (const [i, j] of pairs) {
    if (i < 0) tags[2 * at] = 'BAD'
    else {
      at = i + 1
      if (j < 0 || mt[i] !== edited[j]) tags[2 * i + 1] = 'BAD'
    }
  }
  return tags
}

/** Edits by words of the post-edit, 0 to 1: how much of it was work. */
export type Hter = (mt: readonly string[], edited: readonly string[]) => number

/** By the alignment that the tags are of: insertions, deletions and substitutions, no shifts; case counts. More than 1 is 1, as in MLQE-PE. */
export const hterByAlignment: Hter = (mt, edited) => Math.min(1, alignWords(mt, edited).edits / edited.length)
