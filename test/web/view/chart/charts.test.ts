import fc from 'fast-check'
import { barChart, columnChart } from '../../../../src/web/view/chart/bars.ts'
import { intervalChart } from '../../../../src/web/view/chart/intervals.ts'
import { lineChart, type LinePoint } from '../../../../src/web/view/chart/line.ts'

const format = (value: number, digits: number): string => value.toFixed(digits)
const point = (label: string, score: number | null, low = score, high = score): LinePoint => ({
  label,
  score,
  low,
  high,
})

describe('figures over time', () => {
  test('stand in their order, higher where they are greater, with their interval around them', () => {
    const chart = lineChart({ points: [point('a', 10, 8, 12), point('b', 20, 15, 25)], least: 0, format })
    const [a, b] = chart?.points ?? []
    expect(a && b && a.x < b.x && a.y > b.y).toBe(true)
    // down the paper is more
    expect(a && a.low !== null && a.high !== null && a.low > a.y && a.y > a.high).toBe(true)
    expect(chart?.ticks.map(tick => tick.label)).toEqual(['5', '10', '15', '20', '25'])
    expect(chart?.band).toMatch(/^M.*Z$/)
  })

  test('leave a gap where there is none, and are not drawn over it', () => {
    const chart = lineChart({ points: [point('a', 1), point('b', 2), point('c', null), point('d', 3)], format })
    expect(chart?.points).toHaveLength(3)
    expect(chart?.line.match(/M/g)).toHaveLength(2)
    // the one alone has no band, for a band has a width
    expect(chart?.band.match(/Z/g)).toHaveLength(1)
  })

  test('without an interval have neither band nor whisker', () => {
    const chart = lineChart({ points: [point('a', 1, null, null), point('b', 2, null, null)], format })
    expect([chart?.band, chart?.points.map(({ low, high }) => [low, high])]).toEqual([
      '',
      [
        [null, null],
        [null, null],
      ],
    ])
  })

  test('of many, some have their label under them, and the last has', () => {
    const points = Array.from({ length: 24 }, (_, n) => point(`m${n}`, n))
    const labels = lineChart({ points, format })?.labels.map(({ label }) => label)
    expect(labels).toEqual(['m5', 'm11', 'm17', 'm23'])
  })

  test('have words under them that end where the paper does', () => {
    const labels = lineChart({ points: [point('september 2026', 1), point('september 2027', 2)], format })?.labels
    expect(labels?.map(({ anchor }) => anchor)).toEqual(['middle', 'end'])
  })

  test('of five years have their interval as a band alone, but for a month that stands by itself', () => {
    const points = Array.from({ length: 60 }, (_, n) => (n === 3 || n === 5 ? point('', null) : point('', n, n - 1, n + 1))) // prettier-ignore
    const chart = lineChart({ points, format })
    expect(chart?.points).toHaveLength(58)
    expect(chart?.points.filter(({ low }) => low !== null)).toHaveLength(1)
    expect(chart?.radius).toBeLessThan(3)
    expect(chart?.band.match(/Z/g)).toHaveLength(2)
  })

  test('all of whatever numbers stand on the paper, and no place is none', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const score = fc.option(fc.tuple(number, fc.double({ min: 0, max: 1e4, noNaN: true })), { nil: null })
    fc.assert(
      fc.property(fc.array(score, { maxLength: 70 }), fc.option(number, { nil: undefined }), (scores, mark) => {
        const points = scores.map(each =>
          each === null ? point('', null) : point('', each[0], each[0] - each[1], each[0] + each[1]),
        )
        const chart = lineChart({ points, mark, format })
        if (!scores.some(each => each !== null)) return expect(chart).toBeNull()
        expect(JSON.stringify(chart)).not.toMatch(/NaN|Infinity/)
        const places = chart!.points.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y])
        for (const place of [...places, chart!.mark ?? 0]) expect(place >= 0 && place <= chart!.bottom + 0.1).toBe(true)
        for (const { x } of chart!.points) expect(x >= chart!.left && x <= chart!.right).toBe(true)
      }),
      { numRuns: 300, seed: 6 },
    )
  })

  test('that are all nought, or one alone, have an axis', () => {
    const zero = lineChart({ points: [point('a', 0), point('b', 0)], least: 0, format })
    expect(zero?.points.map(({ y }) => y)).toEqual([zero?.bottom, zero?.bottom])
    expect(zero?.ticks.length).toBeGreaterThan(1)
    const alone = lineChart({ points: [point('a', 12)], format })
    expect([alone?.points.length, alone?.band, alone?.line.includes('L')]).toEqual([1, '', false])
  })

  test('the threshold has room too', () => {
    const chart = lineChart({ points: [point('a', 60), point('b', 61)], mark: 95, most: 100, format })
    expect(chart?.mark).toBeGreaterThan(0)
    expect(chart?.ticks.at(-1)?.label).toBe('100')
  })

  test('none where no point has a figure', () => {
    expect([lineChart({ points: [point('a', null)], format }), lineChart({ points: [], format })]).toEqual([null, null])
  })
})

describe('bars', () => {
  test('are as long as their sum, piece by piece, and the longest has all the room', () => {
    const rows = [
      { label: 'Felöversatt', told: '4', pieces: [{ kind: 'major', value: 3 }, { kind: 'minor', value: 1 }] },
      { label: 'Stavning', told: '2', pieces: [{ kind: 'major', value: 0 }, { kind: 'minor', value: 2 }] },
    ] // prettier-ignore
    const [long, short] = barChart(rows)?.rows ?? []
    expect(long?.pieces.map(({ x, width }) => [x, width])).toEqual([[0, 231], [231, 77]]) // prettier-ignore
    expect(short?.pieces).toEqual([{ kind: 'minor', x: 0, width: 154 }])
    expect(long && short && long.y < short.y).toBe(true)
  })

  test('none of nothing', () => {
    expect([barChart([]), barChart([{ label: 'a', told: '0', pieces: [{ kind: 'minor', value: 0 }] }])]).toEqual([
      null,
      null,
    ])
  })
})

describe('columns', () => {
  test('stand side by side on one ground, and count in whole numbers', () => {
    const chart = columnChart([{ label: '0', value: 1 }, { label: '5', value: 0 }, { label: '10–', value: 2 }], format) // prettier-ignore
    const [a, b, c] = chart?.columns ?? []
    expect(a && c && c.height).toBeCloseTo(2 * (a?.height ?? NaN), 0)
    expect([b?.height, b?.told]).toEqual([0, ''])
    expect(chart?.ticks.map(({ label }) => label)).toEqual(['0', '1', '2'])
    expect(a && b && a.x + a.width <= b.x).toBe(true)
  })

  test('none where all are empty', () => expect(columnChart([{ label: '0', value: 0 }], format)).toBeNull())
})

describe('figures beside each other', () => {
  test('a row each on one axis, with the line that they are measured by', () => {
    const rows = [
      { label: 'Alfa', told: '90,0', score: 90, low: 88, high: 92 },
      { label: 'Beta', told: '–', score: null, low: null, high: null },
    ]
    const chart = intervalChart(rows, format, { mark: 95, most: 100 })
    const [alfa, beta] = chart?.rows ?? []
    expect(alfa && alfa.low! < alfa.x! && alfa.x! < alfa.high! && alfa.high! < chart!.mark!).toBe(true)
    expect([beta?.x, beta?.low]).toEqual([null, null])
  })

  test('a name that is too long is cut where its figure begins, and that is seen', () => {
    const row = (label: string) => ({ label, told: '90,0', score: 90, low: null, high: null })
    const rows = intervalChart([row('W'.repeat(80)), row('DeepL'), row('😀'.repeat(60))], format)?.rows ?? []
    expect(rows.map(({ label }) => [...label].length)).toEqual([45, 5, 45])
    expect(rows.map(({ label }) => label.endsWith('…'))).toEqual([true, false, true])
  })

  test('of thirty rows each has its own place', () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({ label: `s${n}`, told: '', score: n, low: n - 1, high: n + 1 }))
    const chart = intervalChart(rows, format)
    expect(new Set(chart?.rows.map(({ y }) => y)).size).toBe(30)
    expect(chart!.rows.every(({ y }) => y < chart!.bottom)).toBe(true)
  })

  test('none where no row has a figure', () => {
    expect(intervalChart([{ label: 'a', told: '–', score: null, low: null, high: null }], format)).toBeNull()
  })
})
