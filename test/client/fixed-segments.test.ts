/** A text whose lines are segments of a file: what is typed, pasted and deleted keeps every one of them. */
import { insertNewline, selectAll } from '@codemirror/commands'
import { EditorSelection, EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import fc from 'fast-check'
import { fixedSegments, withinSegments, type Told } from '../../src/client/review/fixed-segments.ts'
import { following } from '../../src/client/review/replace-text.ts'

const text = 'Första segmentet.\nAndra.\n\nFjärde.'

const filter = (heard: Told[]): Extension => fixedSegments(told => heard.push(told))

/** The text after a transaction, and what was told of it. */
const after = async (spec: TransactionSpec, selection?: EditorSelection) => {
  const heard: Told[] = []
  const state = EditorState.create({ doc: text, ...(selection ? { selection } : {}), extensions: [filter(heard)] })
  const { newDoc } = state.update(spec)
  await Promise.resolve()
  return { text: newDoc.toString(), heard }
}

it('typing within a segment is as ever, and nothing is told', async () => {
  expect(await after({ changes: { from: 0, to: 6, insert: 'Andra' }, userEvent: 'input.type' })).toEqual({
    text: 'Andra segmentet.\nAndra.\n\nFjärde.',
    heard: [],
  })
})

it('line ends that are pasted become spaces', async () => {
  const paste = { changes: { from: 18, to: 24, insert: 'Ett\n  två\n\ntre\n' }, userEvent: 'input.paste' }
  expect(await after(paste)).toEqual({ text: 'Första segmentet.\nEtt två tre\n\nFjärde.', heard: ['pasted'] })
})

it('deleting the end of a segment, or over it, removes nothing', async () => {
  for (const [from, to] of [
    [17, 18],
    [5, 20],
    [0, text.length],
  ] as const)
    // prettier-ignore
    expect(await after({ changes: { from, to }, userEvent: 'delete.backward' })).toEqual({ text, heard: ['joined'] })
})

it('what is typed over several segments is put in at the caret, and nothing is removed', async () => {
  const selection = EditorSelection.single(7, 20)
  expect(await after({ changes: { from: 7, to: 20, insert: 'x' }, userEvent: 'input.type' }, selection)).toEqual({
    text: 'Första segmentet.\nAnxdra.\n\nFjärde.',
    heard: ['typedOver'],
  })
})

it('lines are not moved', async () => {
  const changes = [{ from: 0, insert: 'Andra.\n' }, { from: 17, to: 24 }] // prettier-ignore
  expect(await after({ changes, userEvent: 'move.line' })).toEqual({ text, heard: ['joined'] })
})

it('a fix that gives as many lines as there were is let through, and so is what follows the stored text', async () => {
  const whole = { from: 0, to: 24, insert: 'Ett.\nTvå.' }
  expect(await after({ changes: whole })).toEqual({ text: 'Ett.\nTvå.\n\nFjärde.', heard: [] })
  const other = { changes: { from: 0, to: text.length, insert: 'Allt.' }, annotations: following.of(true) }
  expect(await after(other)).toEqual({ text: 'Allt.', heard: [] })
})

it('whatever is done, there are as many segments, and every inserted word is in the text', () => {
  const edit = fc.record({
    at: fc.nat(text.length), length: fc.nat(20), insert: fc.array(fc.constantFrom('ord', '\n', ' ', '\u2028'), { maxLength: 6 }),
  }) // prettier-ignore
  fc.assert(
    fc.property(edit, ({ at, length, insert }) => {
      const state = EditorState.create({ doc: text })
      const to = Math.min(text.length, at + length)
      const changes = { from: at, to, insert: insert.join('') }
      const { specs } = withinSegments(state.update({ changes, userEvent: 'input' }))
      const result = (Array.isArray(specs) ? state.update(...(specs as TransactionSpec[])) : state.update({ changes }))
        .newDoc
      const words = insert.filter(piece => piece === 'ord').length
      expect(result.lines).toBe(4)
      expect(result.toString().split('ord').length - 1).toBeGreaterThanOrEqual(words)
    }),
    { seed: 20261126, numRuns: 1000 },
  )
})

it('commands that split a line give a space', () => {
  let state = EditorState.create({ doc: text, selection: { anchor: 6 }, extensions: [filter([])] })
  insertNewline({ state, dispatch: transaction => (state = transaction.state) })
  expect(state.doc.lines).toBe(4)
  selectAll({ state, dispatch: transaction => (state = transaction.state) })
  expect(state.selection.main.to).toBe(state.doc.length)
})
