/** Several wordings in one field, `|` between them; one that has that sign, or a backslash, has a backslash before it. */
export const joined = (items: readonly string[]): string => items.map(item => item.replace(/[\\|]/gu, '\\$&')).join('|')

/** The wordings of a field, without the spaces around them; empty ones are none. */
export function splitItems(field: string): readonly string[] {
  const items: string[] = ['']
  for (const [piece] of field.matchAll(/\\[\\|]|[^]/gu)) {
    if (piece === '|') items.push('')
    else items[items.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece
  }
  return items.map(item => item.trim()).filter(item => item !== '')
}
