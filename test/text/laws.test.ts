import fc from 'fast-check'
import { EditorState, Text, type ChangeSet } from '@codemirror/state'
import { Problem } from '../../src/errors.ts'
import { blame } from '../../src/text/blame.ts'
import {
  applyChange,
  canonical,
  changeBetween,
  changeJson,
  composeAll,
  narrow,
  parseChange,
  readChange,
} from '../../src/text/change.ts'
import { merge } from '../../src/text/merge.ts'
import { anyPlan, anyText, planned, seed, thousand } from './histories.ts'

const textOf = (text: string) => Text.of(text.split('\n'))

describe(`laws of change, 1,000 cases each (seed ${seed})`, () => {
  test('inverting what was applied gives the text back', () => {
    fc.assert(
      fc.property(anyText(), anyPlan, (text, plan) => {
        const change = planned(text, plan)
        expect(applyChange(applyChange(text, change), change.invert(textOf(text)))).toBe(text)
      }),
      thousand,
    )
  })

  test('applying is what CodeMirror does', () => {
    fc.assert(
      fc.property(anyText(), anyPlan, (text, plan) => {
        const change = planned(text, plan)
        expect(applyChange(text, change)).toBe(change.apply(textOf(text)).toString())
      }),
      thousand,
    )
  })

  test('canonical text, read again, is the same change', () => {
    fc.assert(
      fc.property(anyText(), anyPlan, (text, plan) => {
        const change = planned(text, plan)
        const json = canonical(change)
        expect(canonical(readChange(json))).toBe(json)
        expect(canonical(parseChange(JSON.parse(json), text))).toBe(json)
        expect(applyChange(text, readChange(json))).toBe(applyChange(text, change))
      }),
      thousand,
    )
  })

  test('a narrowed change makes the same text, and is empty exactly where nothing changed', () => {
    fc.assert(
      fc.property(anyText(), anyPlan, (text, plan) => {
        const change = planned(text, plan)
        const narrowed = narrow(change, text)
        const after = applyChange(text, change)
        expect(applyChange(text, narrowed)).toBe(after)
        expect(narrowed.empty).toBe(after === text)
        expect(canonical(parseChange(changeJson(narrowed), text))).toBe(canonical(narrowed))
        expect(narrow(change.compose(change.invert(textOf(text))), text).empty).toBe(true)
      }),
      thousand,
    )
  })

  test('the change between two texts makes the second', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => {
        expect(applyChange(a, changeBetween(a, b))).toBe(b)
      }),
      thousand,
    )
  })

  test('many changes composed are the changes one by one', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyPlan, { maxLength: 8 }), (text, plans) => {
        const changes: ChangeSet[] = []
        const last = plans.reduce((at, plan) => {
          changes.push(planned(at, plan))
          return applyChange(at, changes.at(-1) as ChangeSet)
        }, text)
        expect(applyChange(text, composeAll(changes, text.length))).toBe(last)
      }),
      thousand,
    )
  })

  test('merging gives the same text in either order, and conflicts at the same places', () => {
    fc.assert(
      fc.property(anyText(40), anyPlan, anyPlan, (text, planA, planB) => {
        const [a, b] = [planned(text, planA), planned(text, planB)]
        const [ab, ba] = [merge(text, a, b), merge(text, b, a)]
        const [textA, textB] = [applyChange(text, a), applyChange(text, b)]
        if (ab.kind === 'merged' && ba.kind === 'merged') {
          expect(applyChange(textA, ab.change)).toBe(applyChange(textB, ba.change))
          expect(applyChange(textB, ab.mirror)).toBe(applyChange(textA, ab.change))
        } else if (ab.kind === 'conflict' && ba.kind === 'conflict') {
          expect(ba.conflicts.map(({ base, theirs, mine }) => ({ base, theirs: mine, mine: theirs }))).toEqual(
            ab.conflicts.map(({ base, theirs, mine }) => ({ base, theirs, mine })),
          )
          const part = applyChange(textA, ab.partial)
          for (const { theirs, at } of ab.conflicts)
            expect(part.slice(at.from, at.to)).toBe(textA.slice(theirs.from, theirs.to))
        } else expect(ab.kind).toBe(ba.kind)
      }),
      thousand,
    )
  })

  test('choosing mine everywhere in a conflict, or theirs, loses nothing of what was chosen', () => {
    fc.assert(
      fc.property(anyText(40), anyPlan, anyPlan, (text, planA, planB) => {
        const [a, b] = [planned(text, planA), planned(text, planB)]
        const [ab, ba] = [merge(text, a, b), merge(text, b, a)]
        if (ab.kind !== 'conflict' || ba.kind !== 'conflict') return
        const mineText = applyChange(text, b)
        const choose = (part: string) =>
          ab.conflicts
            .toReversed()
            .reduce(
              (at, each) =>
                at.slice(0, each.at.from) + mineText.slice(each.mine.from, each.mine.to) + at.slice(each.at.to),
              part,
            )
        // mine chosen over theirs is what theirs-first merging leaves standing the other way round
        expect(choose(applyChange(applyChange(text, a), ab.partial))).toBe(applyChange(mineText, ba.partial))
      }),
      thousand,
    )
  })

  test('blame covers the text exactly once', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyPlan, { maxLength: 8 }), (text, plans) => {
        let last = text
        const path = plans.map((plan, index) => {
          const change = planned(last, plan)
          last = applyChange(last, change)
          return { number: index + 1, change }
        })
        let at = 0
        for (const { from, to, revision } of blame(path, text.length)) {
          expect(from).toBe(at)
          expect(to).toBeGreaterThan(from)
          expect(revision).toBeLessThanOrEqual(plans.length)
          at = to
        }
        expect(at).toBe(last.length)
      }),
      thousand,
    )
  })

  test('blame is what marking every character one by one gives', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyPlan, { maxLength: 8 }), (text, plans) => {
        let [last, marks] = [text, Array.from(text.split(''), () => 0)]
        const path = plans.map((plan, index) => {
          const change = planned(last, plan)
          const next: number[] = []
          let at = 0
          change.iterChanges((from, to, _fromB, _toB, inserted) => {
            next.push(...marks.slice(at, from), ...Array<number>(inserted.length).fill(index + 1))
            at = to
          })
          marks = [...next, ...marks.slice(at)]
          last = applyChange(last, change)
          return { number: index + 1, change }
        })
        const marked = blame(path, text.length).flatMap(({ from, to, revision }) =>
          Array<number>(to - from).fill(revision),
        )
        expect(marked).toEqual(marks)
      }),
      thousand,
    )
  })
})

describe(`what comes from outside (seed ${seed})`, () => {
  const problemOf = (json: unknown, text: string): string => {
    try {
      parseChange(json, text)
      return 'accepted'
    } catch (error) {
      if (error instanceof Problem) return error.code
      throw error
    }
  }

  test('every change that CodeMirror makes of a valid text is accepted, and makes what it makes there', () => {
    fc.assert(
      fc.property(anyText(), anyPlan, anyPlan, anyPlan, (text, first, second, third) => {
        const state = EditorState.create({ doc: textOf(text) })
        const a = state.changes(planned(text, first))
        const b = planned(applyChange(text, a), second)
        const c = planned(text, third)
        for (const change of [a, a.compose(b), c.compose(a.map(c)), a.compose(c.map(a, true))]) {
          const after = change.apply(textOf(text)).toString()
          if (!after.isWellFormed()) continue // mapping over a change may take half of what both have replaced
          expect(applyChange(text, parseChange(JSON.parse(JSON.stringify(change)), text))).toBe(after)
        }
      }),
      thousand,
    )
  })

  test('one emoji typed over another, of which an editor replaces half, is a change of the whole', () => {
    const text = 'a😀b'
    const half = [2, [1, '\ude01'], 1]
    expect(canonical(parseChange(half, text))).toBe('[1,[2,"😁"],1]')
  })

  const spoil = fc.constantFrom<(json: unknown[], at: number, by: number) => unknown>(
    (json, at, by) => json.with(at, bump(json[at], by)),
    (json, at, by) => json.with(at, bump(json[at], -by)),
    (json, at) => json.with(at, bump(json[at], NaN)),
    (json, at) => json.with(at, bump(json[at], 0.5)),
    (json, at) => json.with(at, bump(json[at], Infinity)),
    (json, at) => json.with(at, String(json[at])),
    (json, at) => json.with(at, null),
    (json, at) => json.with(at, { length: 1 }),
    (json, at) => json.with(at, [...lengthAnd(json[at]), 1]),
    (json, at) => json.with(at, [...lengthAnd(json[at]), 'a\rb']),
    (json, at) => json.with(at, [...lengthAnd(json[at]), 'a\nb']),
    (json, at) => json.with(at, [...lengthAnd(json[at]), 'a\0b']),
    (json, at) => json.with(at, [...lengthAnd(json[at]), ' \ud83d ']),
    (json, at) => json.with(at, []),
    json => [...json, -1],
    (json, _at, by) => [...json, by],
    json => ({ ...json }),
    json => JSON.stringify(json),
    () => undefined,
  )
  const bump = (part: unknown, by: number): unknown =>
    Array.isArray(part) ? [(part[0] as number) + by, ...(part.slice(1) as string[])] : (part as number) + by
  const lengthAnd = (part: unknown): unknown[] => (Array.isArray(part) ? (part as unknown[]) : [part])

  test('every spoiled change is refused with a Problem', () => {
    fc.assert(
      fc.property(
        anyText(),
        anyPlan,
        spoil,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (text, plan, spoiled, at, by) => {
          const json = [...changeJson(planned(text, plan))]
          fc.pre(json.length > 0)
          const code = problemOf(spoiled(json, at % json.length, by), text)
          expect(['change-malformed', 'change-misfit', 'text-has-nul', 'text-has-lone-surrogate']).toContain(code)
        },
      ),
      thousand,
    )
  })

  test('whatever is accepted of any JSON at all leaves a valid text', () => {
    const part = fc.oneof(
      fc.integer({ min: -1, max: 4 }),
      fc.tuple(fc.integer({ min: 0, max: 3 }), fc.string({ unit: 'binary', maxLength: 3 })),
    )
    fc.assert(
      fc.property(anyText(4), fc.array(part, { maxLength: 5 }), (text, json) => {
        if (problemOf(json, text) !== 'accepted') return
        const after = applyChange(text, parseChange(json, text))
        expect(after.isWellFormed() && !/[\0\r]/.test(after)).toBe(true)
      }),
      thousand,
    )
  })
})
