/** A text as a page keeps it: spaces are one, and none at the ends or beside a break. */
export const settled = (text: string): string =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/[ \t]+/g, ' ')
        .replace(/ ?\u2028 ?/g, '\u2028')
        .replace(/^[ \u2028]+|[ \u2028]+$/g, ''),
    )
    .join('\n')
