import fc from 'fast-check'
import { scoreCorpus, UnequalLengths, type Metric, type MetricOptions } from '../../src/metrics/metric.ts'

/** What every metric keeps, whatever it measures. */
interface Facts<Options extends MetricOptions> {
  /** options beside the defaults that the contract is to hold for too */
  readonly variants: readonly Partial<Options>[]
  /** the figure of a segment with words, against itself */
  readonly perfect: number
  /** and of nothing against words */
  readonly nothing: number
}

const segment = fc.oneof(
  fc
    .array(fc.constantFrom('en', 'ko', 'katt', 'Åsa', 'sa:', '”hej”', '3,5', '😀', 'e\u0301'), { maxLength: 12 })
    .map(words => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ' ', '\u00a0', '\u2028', '\ufeff', '.'),
)
const corpus = fc.array(fc.tuple(segment, segment), { minLength: 1, maxLength: 6 })

const long = (words: number, step: number): string =>
  Array.from({ length: words }, (_, n) => `ord${(n * step) % 997}`).join(' ')

export function keepsTheContract<Options extends MetricOptions>(
  metric: Metric<Options>,
  { variants, perfect, nothing }: Facts<Options>,
): void {
  const scoreOf = (hypothesis: string, reference: string, options: Options): number =>
    metric.combine(metric.statistics(hypothesis, reference, options), options)

  it('says what each of its options does, and cites its paper', () => {
    expect(Object.keys(metric.help)).toEqual(Object.keys(metric.defaults))
    expect(metric.paper).toMatch(/\b(19|20)\d\d\b/)
  })

  it('refuses lists of unequal lengths, with both lengths', () => {
    const scored = () => scoreCorpus(metric, ['a', 'b'], ['a'], metric.defaults)
    expect(scored).toThrow(UnequalLengths)
    expect(scored).toThrow(/^2 .* 1 /)
  })

  it('has another signature, or another name, for other options', () => {
    const told = [metric.defaults, ...variants.map(each => ({ ...metric.defaults, ...each }))].map(
      options => `${metric.name(options)}|${metric.signature(options)}`,
    )
    expect(new Set(told).size).toBe(told.length)
  })

  describe.each([{}, ...variants])('with %j', given => {
    const options = { ...metric.defaults, ...given }

    it.each(['Rådhuset är stängt.', 'a', '😀', '👩‍👩‍👧 🇸🇪', 'en ko en ko en katt'])(
      '%j is perfect against itself',
      text => {
        expect(scoreOf(text, text, options)).toBeCloseTo(perfect, 9)
      },
    )

    it('gives a number to nothing, on either side', () => {
      expect(scoreOf('', 'Rådhuset är stängt idag', options)).toBeCloseTo(nothing, 9)
      expect(Number.isFinite(scoreOf('Rådhuset är stängt.', '', options))).toBe(true)
      expect(Number.isFinite(scoreOf('', '', options))).toBe(true)
      expect(Number.isFinite(scoreCorpus(metric, [], [], options).score)).toBe(true)
    })

    it('is finite and not negative, and the same each time, whatever the text', () => {
      fc.assert(
        fc.property(segment, segment, (hypothesis, reference) => {
          const score = scoreOf(hypothesis, reference, options)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThan(Infinity)
          expect(scoreOf(hypothesis, reference, options)).toBe(score)
        }),
      )
    })

    it('comes for a set to what the sums of its statistics come to, in any order', () => {
      fc.assert(
        fc.property(corpus, pairs => {
          const [hypotheses, references] = [pairs.map(([h]) => h), pairs.map(([, r]) => r)]
          const rows = pairs.map(([h, r]) => metric.statistics(h, r, options))
          const sum = (rows[0] ?? []).map((_, field) => rows.reduce((all, row) => all + (row[field] ?? 0), 0))
          const { score, segments } = scoreCorpus(metric, hypotheses, references, options)
          expect(score).toBe(metric.combine(sum, options))
          expect(segments).toEqual(rows.map(row => metric.combine(row, options)))
          expect(scoreCorpus(metric, hypotheses.toReversed(), references.toReversed(), options).score).toBe(score)
        }),
      )
    })

    it('is the same for a segment said twice', () => {
      const [hypothesis, reference] = ['Polisen söker ett vittne idag', 'Idag söker polisen vittnen']
      const twice = scoreCorpus(metric, [hypothesis, hypothesis], [reference, reference], options)
      expect(twice.score).toBeCloseTo(scoreOf(hypothesis, reference, options), 9)
    })

    it('reads a segment of 5,000 words, and one against a thousand', () => {
      expect(scoreOf(long(5000, 7), long(5000, 7), options)).toBeCloseTo(perfect, 9)
      for (const [hypothesis, reference] of [
        [5000, 4000],
        [1, 1000],
        [1000, 1],
      ] as const)
        expect(Number.isFinite(scoreOf(long(hypothesis, 7), long(reference, 11), options))).toBe(true)
    })

    const spaced = options['whitespace'] === true
    it(spaced ? 'counts each space' : 'counts spaces of any length, and of any kind, as one', () => {
      const plain = 'tio kronor och tjugo öre'
      const score = scoreOf(plain, 'tio kronor, tjugo öre', options)
      for (const space of ['  ', '\u00a0', '\u2028', '\t', '\u001c', '\u0085'])
        expect(scoreOf(plain.replaceAll(' ', space), 'tio kronor, tjugo öre', options) === score).toBe(!spaced)
    })
  })
}
