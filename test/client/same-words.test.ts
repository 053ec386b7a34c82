import { isDistinct, mostSame, sameElsewhere } from '../../src/client/review/same-words.ts'
import type { FindingView } from '../../src/wire/finding.ts'

/** A text in which the words that were corrected stand in `{}`, and what checks have found, with its fix, in `[words→fix]`. */
const offered = (written: string, before: string, after: string): string => {
  const findings: FindingView[] = []
  let text = ''
  let here = { from: 0, to: 0 }
  for (const part of written.split(/(\{[^}]*\}|\[[^\]]*\])/)) {
    const from = text.length
    const [words = '', fix] = part.replace(/^[{[]|[}\]]$/g, '').split('→')
    text += words
    if (part.startsWith('{')) here = { from, to: text.length }
    if (fix !== undefined)
      findings.push({
        check: 'half-name', from, to: text.length, text: words, category: 'terminology/wrong-term', severity: 'major', confidence: 1,
        message: { sv: '', en: '' }, title: { sv: '', en: '' }, fixes: [fix],
      }) // prettier-ignore
  }
  const changes = sameElsewhere(text, { before, after }, here, findings)
  return changes.toReversed().reduce((t, { from, to, insert }) => `${t.slice(0, from)}<${insert}>${t.slice(to)}`, text)
}

test.each([
  ['the same words', 'LKA {Niedersachsen}. I Lower Sachsen.', 'LKA Niedersachsen. I <Niedersachsen>.'],
  [
    'not inside of longer ones',
    '{Niedersachsen} Lower Sachsens SLower Sachsen',
    'Niedersachsen Lower Sachsens SLower Sachsen',
  ],
  [
    'nor before a hyphen or a colon',
    '{Niedersachsen} Lower Sachsen-baserad Lower Sachsen:s',
    'Niedersachsen Lower Sachsen-baserad Lower Sachsen:s',
  ],
  [
    'inflected ones, of which a check knows the fix',
    '{Niedersachsen} [Lower Sachsens→Niedersachsens] [Lower Sachsen-baserad→Niedersachsenbaserad]',
    'Niedersachsen <Niedersachsens> Lower Sachsen-baserad',
  ],
  [
    'a place once, though a check has found it too',
    '{Niedersachsen} [Lower Sachsen→Niedersachsen]',
    'Niedersachsen <Niedersachsen>',
  ],
  ['what was corrected itself never', '{Lower Sachsen AB} Lower Sachsen', 'Lower Sachsen AB <Niedersachsen>'],
])('offered are %s', (_, written, expected) => {
  expect(offered(written, 'Lower Sachsen', 'Niedersachsen')).toBe(expected)
})

test.each([
  ['Lower Sachsen', 'Niedersachsen', true],
  ['anbud', 'registreringar', true],
  ['en', 'ett', false],
  [',', '', false],
  ['mycket', '', false],
  ['i synnerhet', '', true],
  ['', 'och', false],
  ['Slut.\nBörja', 'Slut. Börja', false],
])('is %p → %p worth looking for? %p', (before, after, worth) => {
  expect(isDistinct({ before, after })).toBe(worth)
})

test('words that stand everywhere are not meant', () => {
  expect(offered(`{x} ${'polisen '.repeat(mostSame + 1)}`, 'polisen', 'x')).not.toContain('<')
  expect(offered(`{x} ${'polisen '.repeat(mostSame)}`, 'polisen', 'x')).toContain('<x>')
})
