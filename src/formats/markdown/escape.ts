/** Text as Markdown. */

/** A piece of a line as Markdown: an escape where CommonMark would read a sign, and nowhere else. */
export const writeInline = (line: string): string =>
  line
    .replace(/[\\`*[]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')

/** The same for lines where that is not enough: every sign escaped, spaces at the ends and line breaks as entities. */
export const writeLiterally = (line: string): string =>
  line.replace(/^\s+|\s+$|\u2028|[!-/:-@[-`{-~]/gu, part =>
    /\s/u.test(part) ? Array.from(part, space => `&#${space.charCodeAt(0)};`).join('') : `\\${part}`,
  )
