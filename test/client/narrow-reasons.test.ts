/** Why words of a phone's form read as they do: the fixes that still stand in their fields. */
import { fieldReasons, type Taken } from '../../src/client/review/narrow-reasons.ts'
import type { FindingView } from '../../src/wire/finding.ts'

const finding: FindingView = {
  check: 'exonym',
  from: 0,
  to: 11,
  text: 'Deutschland',
  category: 'accuracy/untranslated',
  severity: 'minor',
  confidence: 0.9,
  message: { sv: '', en: '' },
  title: { sv: '', en: '' },
  fixes: ['Tyskland'],
}
const taken = (at: number): Taken => ({ field: 'p0-20', at, fix: 'Tyskland', finding })
const places = (one: Taken, value: string) =>
  fieldReasons([one], field => (field === 'p0-20' ? value : undefined)).map(
    ({ from, to }) => value.slice(0, from) + '<' + value.slice(from, to) + '>',
  )

it.each([
  ['where it was put', 2, 'I Tyskland regnar det.', ['I <Tyskland>']],
  ['where its words have moved to', 2, 'I hela Tyskland regnar det.', ['I hela <Tyskland>']],
  ['nearest to where it was put', 14, 'Tyskland, och Tyskland.', ['Tyskland, och <Tyskland>']],
  ['nowhere where it is gone', 2, 'I Frankrike regnar det.', []],
])('a fix stands %s', (_what, at, value, expected) => {
  expect(places(taken(at), value)).toEqual(expected)
})

it('of a deletion nothing is left to say why', () => {
  expect(fieldReasons([{ ...taken(2), fix: '' }], () => 'I regnar det.')).toEqual([])
})
