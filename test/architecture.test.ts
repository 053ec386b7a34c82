/** The picture of docs/architecture.md, enforced: who may import whom, and how long a file may be. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What each layer may import, besides itself and errors.ts. */
const allowed: Record<string, readonly string[]> = {
  text: [],
  mqm: ['text'],
  checks: ['text', 'mqm'],
  metrics: ['text', 'mqm'],
  formats: ['text', 'mqm'],
  store: ['text', 'mqm'],
  wire: ['text', 'mqm'],
  i18n: ['text', 'mqm'],
  app: ['text', 'mqm', 'checks', 'metrics', 'formats', 'store', 'wire', 'i18n'],
  web: ['text', 'mqm', 'checks', 'metrics', 'formats', 'store', 'wire', 'i18n', 'app', 'config'],
  cli: ['text', 'mqm', 'checks', 'metrics', 'formats', 'store', 'wire', 'i18n', 'app', 'web', 'config'],
  client: ['text', 'mqm', 'wire', 'i18n'],
  main: ['i18n', 'cli', 'config'],
  config: ['formats'],
  errors: [],
}

function filesUnder(folder: string, endings: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path, endings) : endings.test(entry.name) ? [path] : []
  })
}

const layerOf = (path: string) => (relative('src', path).split('/')[0] ?? '').replace(/\.ts$/, '')
const importsOf = (source: string) => [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(m => m[1] ?? '')
const code = filesUnder('src', /\.ts$/)

describe('the layers', () => {
  it('know every folder of src', () => {
    expect([...new Set(code.map(layerOf))].filter(layer => !(layer in allowed))).toEqual([])
  })

  it.each(Object.keys(allowed))('%s imports only what stands below it', layer => {
    const wrong = code
      .filter(path => layerOf(path) === layer)
      .flatMap(path =>
        importsOf(readFileSync(join(root, path), 'utf8'))
          .map(target => layerOf(join(dirname(path), target)))
          .filter(target => target !== layer && target !== 'errors' && !allowed[layer]?.includes(target))
          .map(target => `${path} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('keep the core pure: text and mqm use nothing of Node', () => {
    const wrong = code
      .filter(path => /^src\/(text|mqm|wire|i18n|client)\//.test(path))
      .filter(path => /from 'node:/.test(readFileSync(join(root, path), 'utf8')))
    expect(wrong).toEqual([])
  })

  it('keep SQL in the store, Express in the web, the environment in config.ts', () => {
    const places: readonly [RegExp, RegExp][] = [
      [/\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/, /^src\/store\//],
      [/from '(kysely|pg|node:sqlite)'/, /^src\/store\//],
      [/from 'express'/, /^src\/web\//],
      [/process\.env/, /^src\/config\.ts$/],
    ]
    const wrong = code.flatMap(path => {
      const source = readFileSync(join(root, path), 'utf8')
      return places
        .filter(([what, where]) => what.test(source) && !where.test(path))
        .map(([what]) => `${path}: ${what.source}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('a file', () => {
  const all = ['src', 'views', 'test', 'bench', 'scripts'].flatMap(folder => filesUnder(folder, /\.(ts|mjs|ejs|css)$/))

  it('has at most 300 lines', () => {
    expect(all.filter(path => readFileSync(join(root, path), 'utf8').split('\n').length > 301)).toEqual([])
  })

  it('leaves nothing to be done later', () => {
    const pattern = /\b(TO(?:)DO|FIX(?:)ME|X(?:)XX)\b/
    expect(all.filter(path => pattern.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  it('outputs raw HTML in no view but by include', () => {
    const raw = (source: string) => (source.match(/<%-[^%]*/g) ?? []).filter(tag => !/^<%-\s*include\(/.test(tag))
    expect(
      filesUnder('views', /\.ejs$/).flatMap(path =>
        raw(readFileSync(join(root, path), 'utf8')).map(tag => `${path}: ${tag}`),
      ),
    ).toEqual([])
  })
})

it('one main: the composition root stays under 60 lines', () => {
  expect(readFileSync(join(root, 'src/main.ts'), 'utf8').split('\n').length).toBeLessThan(60)
})
