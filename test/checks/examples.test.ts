/** The contract of every check: its examples. What the brackets hold is found by that check alone, with those fixes, and nothing else is. */
import { categories } from '../../src/mqm/typology.ts'
import { severities } from '../../src/mqm/annotation.ts'
import { families, type Check, type Example } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { readExample, writeExample } from '../../src/checks/notation.ts'
import { runChecks } from '../../src/checks/run.ts'

const lexicon = loadLexicon()

const given = (example: Example) => (typeof example === 'string' ? { text: example } : example)

function found(check: Check, example: Example): string {
  const { text: written, source, sourceLanguage, terms = [], memory = [] } = given(example)
  const { text, marked } = readExample(written)
  const against = source === undefined ? null : { text: source, language: sourceLanguage ?? 'en' }
  const findings = runChecks(text, lexicon, { checks: [check], source: against, terms, memory })
  // an example that tells no fix is silent about fixes, so that why something is found can be shown without them
  const silent = new Set(marked.filter(mark => mark.fixes.length === 0).map(mark => mark.from))
  return writeExample(
    text,
    findings.map(f => (silent.has(f.from) ? { ...f, fixes: [] } : f)),
  )
}

describe.each(checks.map(check => [check.id, check] as const))('%s', (_id, check) => {
  it.each(check.examples.map(example => [given(example).text, example] as const))('%s', (written, example) => {
    expect(found(check, example)).toBe(written)
  })

  it('says what it is, in both languages, and shows what is wrong and what is not', () => {
    expect(families).toContain(check.family)
    expect(categories).toContain(check.category)
    expect(severities).toContain(check.severity)
    expect(check.id).toMatch(/^[a-z][a-z-]*$/)
    expect(check.confidence).toBeGreaterThan(0)
    expect(check.confidence).toBeLessThanOrEqual(1)
    for (const said of [check.title, check.why])
      for (const language of ['sv', 'en'] as const) expect(said[language].trim()).not.toBe('')
    const texts = check.examples.map(example => given(example).text)
    expect(texts.filter(text => text.includes('[')).length).toBeGreaterThan(0)
    expect(texts.filter(text => !text.includes('[')).length).toBeGreaterThan(0)
  })
})

it('no two checks have the same id', () => {
  expect(new Set(checks.map(check => check.id)).size).toBe(checks.length)
})
