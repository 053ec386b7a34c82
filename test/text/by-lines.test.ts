/** Texts whose lines belong to each other, as segments of a file do. */
import fc from 'fast-check'
import { alignByLines } from '../../src/text/align.ts'
import { diffByLines, diffTexts } from '../../src/text/diff/index.ts'
import { paragraphEdits } from '../../src/text/paragraph-edits.ts'

const line = fc.array(fc.constantFrom('ett', 'två', 'tre', ' ', '.'), { maxLength: 5 }).map(words => words.join(''))
const pairs = fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 8 })

it('line n stands beside line n, and its hunks make one of the other', () => {
  fc.assert(
    fc.property(pairs, lines => {
      const [a, b] = [lines.map(([x]) => x).join('\n'), lines.map(([, y]) => y).join('\n')]
      const { rows, hunks } = diffByLines(a, b)
      expect(rows.map(row => [a.slice(row.fromA, row.toA), b.slice(row.fromB, row.toB)])).toEqual(lines)
      expect(hunks.some(hunk => a.slice(hunk.fromA, hunk.toA).includes('\n'))).toBe(false)
      let text = ''
      let at = 0
      for (const { fromA, toA, fromB, toB } of hunks) {
        text += a.slice(at, fromA) + b.slice(fromB, toB)
        at = toA
      }
      expect(text + a.slice(at)).toBe(b)
    }),
    { seed: 20261126, numRuns: 1000 },
  )
})

it('texts of unequally many lines are compared like any others', () => {
  expect(diffByLines('a\nb', 'a\nb\nc')).toEqual(diffTexts('a\nb', 'a\nb\nc'))
})

it('a source stands beside its segments by their numbers, empty ones too', () => {
  const source = 'One.\nTwo, which is a long segment.\nThree.'
  const target = 'Ett.\n\nTre.'
  expect(alignByLines(source, target).map(({ fromA, toA, fromB }) => [source.slice(fromA, toA), fromB])).toEqual([
    ['One.', 0],
    ['Two, which is a long segment.', 5],
    ['Three.', 6],
  ])
})

describe('a form of segments', () => {
  const text = 'Ett.\nTvå.\nTre.'
  const apply = (...fields: readonly (readonly [string, string])[]): string => {
    const change = paragraphEdits(text, fields, true)
    let out = ''
    change.iterChanges((from, to, _a, _b, inserted) => (out += `${from}-${to}:${inserted.toString()}`))
    return out
  }

  it('breaks a line inside a segment', () => {
    expect(apply(['p5-9', 'Två.\nOch mer.'])).toBe('9-9:\u2028Och mer.')
  })

  it('leaves an emptied segment where it is', () => {
    expect(apply(['p5-9', ''])).toBe('5-9:')
  })

  it('has no place for another', () => {
    expect(() => apply(['i5', 'Nytt.'])).toThrow('field-invalid')
  })
})
