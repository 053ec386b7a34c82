import { blame } from '../../src/text/blame.ts'
import { applyChange } from '../../src/text/change.ts'
import { pathTo, undoStep, type Step } from '../../src/text/path.ts'
import { life, shown, signed } from './notation.ts'

type Life = ReturnType<typeof life>

const numbers = ({ steps }: Life, n = steps.length) => pathTo(steps, n).map(({ number }) => number)
const authors = ({ steps, texts }: Life, n = steps.length) =>
  signed(texts[n] as string, blame(pathTo(steps, n), (texts[0] as string).length))
/** The undo of k as a change of the head. */
function undone({ steps, texts }: Life, k: number): string {
  const result = undoStep(steps, k, texts[0] as string)
  const head = texts.at(-1) as string
  if (result.kind === 'undone') return shown(head, result.change)
  const { base, mine } = result.texts
  const cuts = result.conflicts.map(
    each =>
      `${base.slice(each.base.from, each.base.to)}: ${head.slice(each.theirs.from, each.theirs.to)} | ${mine.slice(each.mine.from, each.mine.to)}`,
  )
  return `conflict, ${cuts.join('; ')}; else ${shown(head, result.partial)}`
}

describe('the path', () => {
  test('of ordinary revisions is all of them', () => {
    expect(numbers(life('[en/ett] hus', 'ett [hus/tak]'))).toEqual([1, 2])
  })

  test('of a restore is that of what it restores: old passages get their old author back', () => {
    const restored = life('[en/ett] hus', 'ett [hus/tak]', { restores: 1, is: 'ett [tak/hus]' })
    expect(numbers(restored)).toEqual([1])
    expect(authors(restored)).toBe('1:ett|0: hus')
  })

  test('goes on after a restore', () => {
    const later = life('[en/ett] hus', { restores: 0, is: '[ett/en] hus' }, 'en [hus/bil]')
    expect(numbers(later)).toEqual([3])
    expect(authors(later)).toBe('0:en |3:bil')
  })

  test('of an undo leaves out what is undone and keeps what came later', () => {
    const undo = life('[en/ett] hus står här', 'ett hus står [här/där]', { undoes: 1, is: '[ett/en] hus står där' })
    expect(numbers(undo)).toEqual([2])
    expect(authors(undo)).toBe('0:en hus står |2:där')
  })

  test('of a redo has it again, as its first author’s', () => {
    const redo = life(
      '[en/ett] hus står här',
      'ett hus står [här/där]',
      { undoes: 1, is: '[ett/en] hus står där' },
      { undoes: 3, is: '[en/ett] hus står där' },
    )
    expect(numbers(redo)).toEqual([1, 2])
    expect(authors(redo)).toBe('1:ett|0: hus står |2:där')
  })

  test('of a redo after another undo', () => {
    const both = life(
      '[en/ett] hus står här',
      'ett hus står [här/där]',
      { undoes: 1, is: '[ett/en] hus står där' },
      { undoes: 2, is: 'en hus står [där/här]' },
      { undoes: 3, is: '[en/ett] hus står här' },
    )
    expect(numbers(both)).toEqual([1])
    expect(authors(both)).toBe('1:ett|0: hus står här')
  })

  test('of an undone restore is the one before it, with what came after', () => {
    const back = life('[en/ett] hus står här', { restores: 0, is: '[ett/en] hus står här' }, 'en hus står [här/där]', {
      undoes: 2,
      is: '[en/ett] hus står där',
    })
    expect(numbers(back)).toEqual([1, 3])
  })

  test('of a restore of an undone state is that state’s', () => {
    const again = life('[a/b] x', { undoes: 1, is: '[b/a] x' }, 'a [x/y]', { restores: 1, is: '[a y/b x]' })
    expect(numbers(again)).toEqual([1])
  })

  test('takes an undo that does not fit, or of what is gone, as a change like any other', () => {
    expect(numbers(life('[a/b] x', { undoes: 1, is: '[b/aaa] x' }))).toEqual([1, 2])
    expect(numbers(life('[a/b] x', { restores: 0, is: '[b/a] x' }, { undoes: 1, is: '[a/c] x' }))).toEqual([3])
    expect(numbers(life('[a/b] x', { undoes: 9, is: '[b/a] x' }))).toEqual([1, 2])
  })

  test('is refused where there is no such revision, or one is missing', () => {
    expect(() => pathTo([], 1)).toThrow('There are 0 revisions, not 1')
    const { steps } = life('[a/b]', '[b/c]')
    expect(() => pathTo(steps.slice(1), 1)).toThrow('Revision 2 stands where 1 was expected')
  })
})

describe('undoing a revision in the middle', () => {
  const three = life('[en/ett] hus står här', 'ett [/litet ]hus står här', 'ett litet hus står [här/där]')

  test('takes back its words only', () => {
    expect(undone(three, 3)).toBe('ett litet hus står [där/här]')
    expect(undone(three, 2)).toBe('ett [litet /]hus står där')
  })

  test('is a conflict where a later one changed the same words, or the next', () => {
    const twice = life('ett [stor/stort] hus[/ nu]', 'ett [stort/litet] hus nu')
    expect(undone(twice, 1)).toBe('conflict, stort: litet | stor; else ett litet hus[ nu/]')
    expect(undone(life('en [stor/stort] hus', 'en stort [hus/tak]'), 1)).toBe(
      'conflict, stort hus: stort tak | stor hus; else en stort tak',
    )
  })

  test('is possible where a later one only changed the words and back', () => {
    const back = life('ett [stor/stort] hus', 'ett [stort/litet] hus', 'ett [litet/stort] hus')
    expect(undone(back, 1)).toBe('ett [stort/stor] hus')
  })

  test('is nothing where it is undone already', () => {
    expect(undone(life('[en/ett] hus', { undoes: 1, is: '[ett/en] hus' }), 1)).toBe('en hus')
  })

  test('of an undo is a redo', () => {
    expect(undone(life('[en/ett] hus', { undoes: 1, is: '[ett/en] hus' }), 2)).toBe('[en/ett] hus')
  })

  test('and once more after a redo', () => {
    const redone = life('[en/ett] hus', { undoes: 1, is: '[ett/en] hus' }, { undoes: 2, is: '[en/ett] hus' })
    expect(undone(redone, 1)).toBe('[ett/en] hus')
    expect(undone(redone, 3)).toBe('[ett/en] hus')
  })

  test('of a restore brings back what it had taken', () => {
    const restored = life(
      '[en/ett] hus står här',
      { restores: 0, is: '[ett/en] hus står här' },
      'en hus står [här/där]',
    )
    expect(undone(restored, 2)).toBe('[en/ett] hus står där')
  })

  test('is what the path then says', () => {
    const { steps, texts } = three
    const undo = undoStep(steps, 2, texts[0] as string)
    if (undo.kind !== 'undone') throw new Error('a conflict')
    const after: Step[] = [...steps, { number: 4, change: undo.change, restores: null, undoes: 2 }]
    const text = applyChange(texts[3] as string, undo.change)
    expect(signed(text, blame(pathTo(after, 4), 15))).toBe('1:ett|0: hus står |3:där')
  })

  test('is refused of a revision there is not', () => {
    expect(() => undoStep([], 1, 'a')).toThrow('There is no revision 1 to undo among 0')
  })
})
