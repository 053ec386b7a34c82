/** Lines that begin with the signs of Markdown's blocks, as elements of HTML. */

interface Block {
  /** of a list or quotation, that the lines beside it go on with; '' of what stands alone */
  readonly around: 'ul' | 'ol' | 'blockquote' | ''
  readonly element: string
  /** of the line, behind its sign */
  readonly text: string
  /** of an item of an ordered list */
  readonly number?: number | undefined
}

function blockOf(line: string): Block {
  const heading = /^(#{1,6}) (?=\S)/.exec(line)
  // the title is the page's first heading
  if (heading) return { around: '', element: `h${Math.max(2, heading[1]?.length ?? 2)}`, text: line.slice(heading[0].length) } // prettier-ignore
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(line)) return { around: '', element: 'hr', text: '' }
  const item = /^ *(?:[-+*]|(\d{1,9})[.)]) (?=\S)/.exec(line)
  if (item) {
    const number = item[1] === undefined ? undefined : Number(item[1])
    return { around: number === undefined ? 'ul' : 'ol', element: 'li', text: line.slice(item[0].length), number }
  }
  const quoted = /^> ?/.exec(line)
  if (quoted) return { around: 'blockquote', element: 'p', text: line.slice(quoted[0].length) }
  return { around: '', element: 'p', text: line }
}

/** @param write a line without its sign as the content of an element */
export function writeBlocks(text: string, write: (line: string) => string): string {
  const indent = '      '
  let [written, around] = ['', '' as Block['around']]
  for (const block of text.split('\n').map(blockOf)) {
    if (around !== block.around && around !== '') written += `${indent}</${around}>\n`
    if (around !== block.around && block.around !== '') {
      const start = (block.number ?? 1) === 1 ? '' : ` start="${block.number}"`
      written += `${indent}<${block.around}${start}>\n`
    }
    around = block.around
    const inner = around === '' ? indent : `${indent}  `
    written += block.element === 'hr' ? `${inner}<hr>\n` : `${inner}<${block.element}>${write(block.text)}</${block.element}>\n` // prettier-ignore
  }
  return around === '' ? written : `${written}${indent}</${around}>\n`
}
