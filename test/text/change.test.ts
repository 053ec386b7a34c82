import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { ChangeSet, Text } from '@codemirror/state'
import { Problem } from '../../src/errors.ts'
import {
  applyChange,
  canonical,
  changeBetween,
  changeByLines,
  composeAll,
  editsOf,
  narrow,
  parseChange,
  readChange,
} from '../../src/text/change.ts'
import { change, shown, written } from './notation.ts'

const golden = readFileSync(new URL('fixtures/changes.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { name: string; before: string; change: string; after: string })

describe('the form in the database', () => {
  test.each(golden)('$name', ({ before, change: json, after }) => {
    expect(applyChange(before, readChange(json))).toBe(after)
    expect(canonical(readChange(json))).toBe(json)
    expect(canonical(parseChange(JSON.parse(json), before))).toBe(json)
  })

  test('is one, however the change was put together', () => {
    const pieces = [2, [0, 'a'], [3], [0, 'b', 'c'], 0, [0], 4, 1]
    expect(canonical(parseChange(pieces, '0123456789'))).toBe('[2,[3,"ab","c"],5]')
    expect(canonical(ChangeSet.fromJSON(pieces))).toBe('[2,[3,"ab","c"],5]')
  })

  test('knows no line end but \\n: U+2028, VT, NEL stay in their line', () => {
    const { change: made, after } = written('en[/\u2028två\u0085tre\u000b]')
    expect(canonical(made)).toBe('[2,[0,"\u2028två\u0085tre\\u000b"]]')
    expect(applyChange('en', readChange(canonical(made)))).toBe(after)
  })
})

describe('a change from outside', () => {
  const refusal = (json: unknown, parent: string): unknown => {
    try {
      return shown(parent, parseChange(json, parent))
    } catch (error) {
      return error instanceof Problem ? [error.code, error.values] : error
    }
  }

  test('fits its text', () => {
    expect(refusal([1, [2, 'x']], 'abc')).toBe('a[bc/x]')
    expect(refusal([], '')).toBe('')
    expect(refusal([4], 'abc')).toEqual(['change-misfit', { at: 4, length: 3 }])
    expect(refusal([], 'abc')).toEqual(['change-misfit', { at: 0, length: 3 }])
  })

  test.each([
    ['a negative length', [4, [-1, 'x']], 1],
    ['NaN', [NaN, [1]], 0],
    ['half a character', [1.5, [1.5]], 0],
    ['a length as text', ['3'], 0],
    ['no length', [3, []], 1],
    ['a number for a line', [3, [0, 1]], 1],
    ['a line break in a line', [3, [0, 'a\nb']], 1],
    ['a carriage return', [3, [0, 'a\rb']], 1],
    ['a list in a list', [3, [[0]]], 1],
    ['no list', { 0: 3 }, 0],
    ['nothing', null, 0],
  ])('%s is refused', (_name, json, part) => {
    expect(refusal(json, 'abc')).toEqual(['change-malformed', { part }])
  })

  test('brings in nothing that a text may not hold', () => {
    expect(refusal([3, [0, 'a\0']], 'abc')).toEqual(['text-has-nul', { at: 1 }])
    expect(refusal([3, [0, '\ud83d']], 'abc')).toEqual(['text-has-lone-surrogate', { at: 0 }])
  })

  test('does not split a character in two', () => {
    expect(refusal([1, [1]], '😀')).toEqual(['text-has-lone-surrogate', { at: 0 }])
    expect(refusal([1, [0, 'x'], 1], '😀')).toEqual(['text-has-lone-surrogate', { at: 0 }])
    expect(refusal([[1], 1], '😀')).toEqual(['text-has-lone-surrogate', { at: 0 }])
  })

  test('may name half of one that it replaces as a whole', () => {
    expect(refusal([1, [1, '\ude01']], '😀')).toBe('[😀/😁]')
    expect(refusal([[1, '\ud83e'], 1], '😀')).toBe('[😀/🨀]')
    expect(refusal([1, [1, '\ude01 \ud83d'], [1, '\ude02']], '😀x')).toBe('[😀x/😁 😂]')
  })
})

describe('narrowing', () => {
  const narrowed = (notation: string): string => {
    const { before, change: made } = written(notation)
    return shown(before, narrow(made, before))
  }

  test('a pasted paragraph with one other word is one changed word', () => {
    expect(narrowed('[Polisen stärker säkerhet i Lower Sachsen./Polisen stärker säkerhet i Niedersachsen.]')).toBe(
      'Polisen stärker säkerhet i [Lower Sachsen/Niedersachsen].',
    )
  })

  test('several paragraphs pasted over themselves are what differs in them', () => {
    expect(narrowed('[Ett.\nTvå två.\nTre./Ett.\nTvå hus.\nTre.]')).toBe('Ett.\nTvå [två/hus].\nTre.')
  })

  test('deleted and typed again is nothing', () => {
    expect(narrow(change('ett [hus/hus] här'), 'ett hus här').empty).toBe(true)
    expect(narrow(change('a[ hus/] [/hus ]b'), 'a hus b').empty).toBe(true)
  })

  test('a change and its inverse are nothing', () => {
    const { before, change: made } = written('ett [stor/stort] hus[ här/]')
    const both = made.compose(made.invert(Text.of([before])))
    expect(both.empty).toBe(false)
    expect(narrow(both, before).empty).toBe(true)
  })

  test('what was typed stays as it was typed', () => {
    expect(narrowed('ett stor[/t] hus')).toBe('ett stor[/t] hus')
    expect(narrowed('ett [mycket /]stort hus')).toBe('ett [mycket /]stort hus')
  })
})

describe('between and together', () => {
  test('the change between two texts is their differences in words', () => {
    expect(shown('ett stor hus', changeBetween('ett stor hus', 'ett stort hus'))).toBe('ett [stor/stort] hus')
    expect(changeBetween('lika', 'lika').empty).toBe(true)
  })

  test('line by line, no change goes over the end of a line, and the text is the other one', () => {
    const line = fc
      .array(fc.constantFrom('hus', 'stort', 'ett', ' ', 'å'), { maxLength: 6 })
      .map(words => words.join(''))
    const lines = fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(lines, pairs => {
        const [a, b] = [pairs.map(([each]) => each).join('\n'), pairs.map(([, each]) => each).join('\n')]
        const between = changeByLines(a, b)
        expect(applyChange(a, between)).toBe(b)
        for (const { from, to, insert } of editsOf(between)) expect(a.slice(from, to) + insert).not.toContain('\n')
      }),
      { numRuns: 1000, seed: 20261126 },
    )
    expect(() => changeByLines('a\nb', 'a')).toThrow(/2 lines .* 1/)
  })

  test('no change at all is the empty one', () => {
    expect(canonical(composeAll([], 5))).toBe('[5]')
    expect(canonical(composeAll([], 0))).toBe('[]')
  })

  test('a change of another text is refused with the numbers', () => {
    expect(() => applyChange('ab', change('abc[/d]'))).toThrow('A change of a text of 3 cannot be applied to one of 2')
  })
})
