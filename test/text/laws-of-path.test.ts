import fc from 'fast-check'
import { ChangeSet, Text } from '@codemirror/state'
import { blame } from '../../src/text/blame.ts'
import { applyChange, canonical, composeAll, narrow, readChange } from '../../src/text/change.ts'
import { pathTo, undoStep, type Step } from '../../src/text/path.ts'
import { advance, placeAt, type Place } from '../../src/text/place.ts'
import { anyLife, anyPlan, planned, seed, thousand } from './histories.ts'

const textOf = (text: string) => Text.of(text.split('\n'))

describe(`laws of the path, 1,000 cases each (seed ${seed})`, () => {
  test('replaying all stored changes gives every text', () => {
    fc.assert(
      fc.property(anyLife(), ({ steps, texts }) => {
        let text = texts[0] as string
        for (const { number, change } of steps) {
          text = applyChange(text, readChange(canonical(change)))
          expect(text).toBe(texts[number])
        }
      }),
      thousand,
    )
  })

  test('the path of n gives the text of n, through edits, restores, undoes', () => {
    fc.assert(
      fc.property(anyLife(), ({ steps, texts }) => {
        const mt = texts[0] as string
        for (let n = 0; n < texts.length; n++) {
          const changes = pathTo(steps, n).map(each => each.change)
          expect(applyChange(mt, composeAll(changes, mt.length))).toBe(texts[n])
          expect(changes.reduce(applyChange, mt)).toBe(texts[n])
        }
      }),
      thousand,
    )
  })

  test('blame along the path covers every text exactly once', () => {
    fc.assert(
      fc.property(anyLife(), ({ steps, texts }) => {
        for (const [n, text] of texts.entries()) {
          const origins = blame(pathTo(steps, n), (texts[0] as string).length)
          expect(origins.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text)
          for (const { revision } of origins) expect(revision).toBeLessThanOrEqual(n)
        }
      }),
      thousand,
    )
  })

  test('undoing the last revision gives the text before it, and its authors', () => {
    fc.assert(
      fc.property(anyLife(), ({ steps, texts }) => {
        fc.pre(steps.length > 0)
        const n = steps.length
        const [mt, head, before] = [texts[0], texts[n], texts[n - 1]] as [string, string, string]
        const undone = undoStep(steps, n, mt)
        expect(undone.kind).toBe('undone')
        const change = undone.kind === 'undone' ? undone.change : ChangeSet.empty(0)
        expect(applyChange(head, change)).toBe(before)
        const after: Step[] = [...steps, { number: n + 1, change, restores: null, undoes: n }]
        expect(blame(pathTo(after, n + 1), mt.length)).toEqual(blame(pathTo(steps, n - 1), mt.length))
      }),
      thousand,
    )
  })

  test('restoring gives the authors of the restored revision', () => {
    fc.assert(
      fc.property(anyLife(), fc.nat(), ({ steps, texts }, at) => {
        const [n, m, mt] = [steps.length, at % texts.length, texts[0] as string]
        const change = narrow(
          ChangeSet.of({ from: 0, to: texts[n]?.length, insert: texts[m] }, texts[n]?.length ?? 0, '\n'),
          texts[n] as string,
        )
        const after: Step[] = [...steps, { number: n + 1, change, restores: m, undoes: null }]
        expect(blame(pathTo(after, n + 1), mt.length)).toEqual(blame(pathTo(steps, m), mt.length))
      }),
      thousand,
    )
  })

  test('undoing any revision and undoing that gives text and authors back', () => {
    let count = 0
    fc.assert(
      fc.property(anyLife(), fc.nat(), ({ steps, texts }, at) => {
        fc.pre(steps.length > 0)
        const [n, mt] = [steps.length, texts[0] as string]
        const undone = undoStep(steps, 1 + (at % n), mt)
        if (undone.kind === 'conflict' || undone.change.empty) return
        const once: Step[] = [...steps, { number: n + 1, change: undone.change, restores: null, undoes: 1 + (at % n) }]
        const redone = undoStep(once, n + 1, mt)
        expect(redone.kind).toBe('undone')
        if (redone.kind !== 'undone') return
        const head = applyChange(texts[n] as string, undone.change)
        expect(applyChange(head, redone.change)).toBe(texts[n])
        const twice: Step[] = [...once, { number: n + 2, change: redone.change, restores: null, undoes: n + 1 }]
        expect(blame(pathTo(twice, n + 2), mt.length)).toEqual(blame(pathTo(steps, n), mt.length))
        count++
      }),
      thousand,
    )
    expect(count).toBeGreaterThan(200)
  })
})

describe(`laws of a flag's place, 1,000 cases each (seed ${seed})`, () => {
  const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at)

  test('what is open has its words, what is not stands within the text', () => {
    const states = new Map<string, number>()
    fc.assert(
      fc.property(anyLife(), fc.nat(), fc.nat(), fc.nat(8), ({ steps, texts }, where, start, length) => {
        const revision = where % texts.length
        const text = texts[revision] as string
        const from = whole(text, start % (text.length + 1))
        const to = whole(text, Math.min(text.length, from + length))
        const words = text.slice(from, to)
        for (let n = revision; n < texts.length; n++) {
          const place = placeAt({ revision, from, to, words }, steps, n)
          const there = texts[n] as string
          states.set(place.state, (states.get(place.state) ?? 0) + 1)
          if (place.state === 'open') expect(there.slice(place.from, place.to)).toBe(words)
          if (place.state === 'orphaned') expect(place.at >= 0 && place.at <= there.length).toBe(true)
          else expect(place.from >= 0 && place.from <= place.to && place.to <= there.length).toBe(true)
          if (place.state !== 'open') expect(place.by > revision && place.by <= n).toBe(true)
        }
      }),
      thousand,
    )
    for (const state of ['open', 'fixed', 'orphaned']) expect(states.get(state)).toBeGreaterThan(100)
  })

  test('on the ordinary path it goes step by step, and never opens again', () => {
    fc.assert(
      fc.property(anyLife(), anyPlan, fc.nat(), fc.nat(8), ({ steps, texts }, plan, start, length) => {
        const [n, text] = [steps.length, texts.at(-1) as string]
        const from = whole(text, start % (text.length + 1))
        const to = whole(text, Math.min(text.length, from + length))
        const anchor = { revision: n, from, to, words: text.slice(from, to) }
        const change = narrow(planned(text, plan), text)
        const more: Step[] = [...steps, { number: n + 1, change, restores: null, undoes: null }]
        const open: Place = { state: 'open', from, to }
        const next = advance(open, change, n + 1, anchor.words)
        expect(placeAt(anchor, more, n + 1)).toEqual(next)
        const again = advance(next, change.invert(textOf(text)), n + 2, anchor.words)
        if (next.state !== 'open') expect(again.state).toBe(next.state)
      }),
      thousand,
    )
  })

  test('keeping it from save to save, and deriving it anew only at restores and undoes, is deriving it from the start', () => {
    fc.assert(
      fc.property(anyLife(), fc.nat(), fc.nat(), fc.nat(8), ({ steps, texts }, where, start, length) => {
        const revision = where % texts.length
        const text = texts[revision] as string
        const from = whole(text, start % (text.length + 1))
        const to = whole(text, Math.min(text.length, from + length))
        const anchor = { revision, from, to, words: text.slice(from, to) }
        let kept: Place = { state: 'open', from, to }
        for (const step of steps.slice(revision)) {
          const ordinary = step.restores === null && step.undoes === null
          kept = ordinary
            ? advance(kept, step.change, step.number, anchor.words)
            : placeAt(anchor, steps.slice(0, step.number), step.number)
          expect(placeAt(anchor, steps, step.number)).toEqual(kept)
        }
      }),
      thousand,
    )
  })

  test('undoing what fixed it, or restoring what was before, opens it at its old place', () => {
    fc.assert(
      fc.property(anyLife(), anyPlan, fc.nat(), fc.nat(8), ({ steps, texts }, plan, start, length) => {
        const [n, text, mt] = [steps.length, texts.at(-1) as string, texts[0] as string]
        const from = whole(text, start % (text.length + 1))
        const to = whole(text, Math.min(text.length, from + length))
        const anchor = { revision: n, from, to, words: text.slice(from, to) }
        const change = narrow(planned(text, plan), text)
        const more: Step[] = [...steps, { number: n + 1, change, restores: null, undoes: null }]
        const back = change.invert(textOf(text))
        const undone = undoStep(more, n + 1, mt)
        expect(undone.kind === 'undone' && applyChange(applyChange(text, change), undone.change)).toBe(text)
        const open = { state: 'open', from, to }
        expect(
          placeAt(anchor, [...more, { number: n + 2, change: back, restores: null, undoes: n + 1 }], n + 2),
        ).toEqual(open)
        expect(placeAt(anchor, [...more, { number: n + 2, change: back, restores: n, undoes: null }], n + 2)).toEqual(
          open,
        )
      }),
      thousand,
    )
  })
})
