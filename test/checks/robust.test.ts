/** No text makes a check throw, hang, or report a place that is not in the text. How long it takes is measured in bench/checks.ts. */
import fc from 'fast-check'
import { adversaries } from '../../bench/lib/adversaries.ts'
import { checks } from '../../src/checks/index.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { readText } from '../../src/checks/reading.ts'
import { runChecks } from '../../src/checks/run.ts'

const lexicon = loadLexicon()

/** What is found lies in the text, splits no character, and does not overlap. */
function expectSound(text: string, source: string | null): void {
  let end = 0
  for (const finding of runChecks(text, lexicon, {
    source: source === null ? null : { text: source, language: 'de' },
  })) {
    expect(finding.from).toBeGreaterThanOrEqual(end)
    expect(finding.to).toBeGreaterThanOrEqual(finding.from)
    expect(finding.to).toBeLessThanOrEqual(text.length)
    expect(finding.text).toBe(text.slice(finding.from, finding.to))
    expect(finding.text.isWellFormed()).toBe(true)
    end = finding.to
  }
}

it.each([...adversaries(8000)])('holds on %s', (_name, text) => {
  expectSound(text, null)
})

it('holds on what is next to nothing', () => {
  for (const text of ['', '\n', ' ', '.', '"', 'å', '\u0301', '👩‍🚒', '-', ':', '1']) expectSound(text, text)
})

it('holds on a line of 300,000 characters', () => {
  expectSound('Polisen i Lower Sachsen grep 3 personer, säger Åsa. '.repeat(6000), null)
})

it('tells no more of a text of signs than fits in memory, and nothing that is too long to be looked at', () => {
  expect(runChecks('('.repeat(150_000), lexicon)).toHaveLength(100_000)
  const long = `den ${'q'.repeat(6000)} polisen`
  expect(runChecks(long, lexicon).filter(({ from, to }) => to - from > 5000)).toEqual([])
})

const piece = fc.constantFrom(
  ...'Lower Sachsen|Nedre|och|: inuti|EU: s|den|hus|stor|stora|att|går|i|på|"|”|«|»|(|)|–|-|,|.|:|!|?|\n|1,234.5|18:00|40 000|%|kl|Juni|17|å|é|👩‍🚒|shalom שלום|Quellen|the|police|og|ikke|cannabiskarnival|**|&amp;|Ã¥|http://a.se/b|LKA|ndr|\u00a0|\u2028|\u200b|a\u030a'.split(
    '|',
  ),
)

it('holds on whatever is put together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 40 }),
      fc.constantFrom('', ' '),
      (parts, by) => {
        expectSound(parts.join(by), parts.toReversed().join(by))
      },
    ),
    { numRuns: 300 },
  )
})

it('a check finds the same whether it runs alone or after the others, and leaves the text as it read it', () => {
  const text = 'LKA Lower Sachsen: säkerhet: inuti. Den 17 Juni kom dem. EU: s polis.'
  const reading = readText(text, lexicon)
  const alone = checks.map(check => [...check.find(reading)].length)
  expect(checks.map(check => [...check.find(readText(text, lexicon))].length)).toEqual(alone)
})
