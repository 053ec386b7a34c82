/** Every regular expression of the checks, found by the compiler, tried on what makes careless ones slow. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Pattern {
  readonly file: string
  readonly line: number
  readonly pattern: RegExp
}

export function patternsUnder(folder: string): Pattern[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  return files.flatMap(name => {
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.ESNext, true)
    const found: Pattern[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const flags = new Set(node.text.slice(end + 1))
        flags.delete('y')
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        found.push({
          file: name,
          line: line + 1,
          pattern: new RegExp(
            node.text.slice(1, end),
            [...flags, 'g'].filter((f, i, all) => all.indexOf(f) === i).join(''),
          ),
        })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

/** How long all matches of a pattern in a text take, ms. */
export function timeOf({ pattern }: Pattern, text: string): number {
  const start = performance.now()
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    // by whole characters: from within a pair a pattern with `u` goes back to its beginning, for ever
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1
  return performance.now() - start
}
