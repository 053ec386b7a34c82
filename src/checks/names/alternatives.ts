/** Every reading of a pattern: `federala (kriminal|) polisen` is `federala kriminal polisen` and `federala polisen`. */
const group = /\(([^()]*)\)/

export function alternatives(pattern: string): readonly string[] {
  const match = group.exec(pattern)
  if (match === null) return [pattern.replace(/\s+/g, ' ').trim()]
  const [before, after] = [pattern.slice(0, match.index), pattern.slice(match.index + match[0].length)]
  return (match[1] ?? '').split('|').flatMap(choice => alternatives(`${before}${choice}${after}`))
}

/** Cut at bars that stand in no brackets. */
export function choices(field: string): readonly string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at <= field.length; at++) {
    const sign = field[at]
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (at < field.length && !(sign === '|' && depth === 0)) continue
    if (at > from) parts.push(field.slice(from, at))
    from = at + 1
  }
  return parts
}
