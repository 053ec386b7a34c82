import { history, isolateHistory, redo, undo } from '@codemirror/commands'
import { ChangeSet, EditorState, type Transaction, type TransactionSpec } from '@codemirror/state'
import { changeAt, changeOf } from '../../src/client/review/hunk-at.ts'
import { startsOf } from '../../src/client/review/row-starts.ts'
import { rowsOf } from '../../src/client/review/rows.ts'
import {
  newRuling,
  reasonsByRulings,
  rule,
  rulingField,
  rulingOf,
  rulings,
  rulingsOf,
  setRulings,
  type Place,
} from '../../src/client/review/rulings.ts'
import { narrow } from '../../src/text/change.ts'

/** A desk on a machine's text, on which a person corrects and says of which kind a correction is. */
class Desk {
  state: EditorState
  readonly mt: string
  private change: ChangeSet
  constructor(mt: string) {
    this.mt = mt
    this.change = ChangeSet.empty(mt.length)
    this.state = EditorState.create({ doc: mt, extensions: [history({ newGroupDelay: 0 }), rulings(() => undefined)] })
  }
  readonly dispatch = (transaction: Transaction): void => {
    this.change = this.change.compose(transaction.changes)
    this.state = transaction.state
  }
  do(spec: TransactionSpec): this {
    this.dispatch(this.state.update(spec))
    return this
  }
  get text(): string {
    return this.state.doc.toString()
  }
  /** Words typed over others; `|` in front of an insertion's place. */
  type(words: string, insert: string): this {
    const before = words.endsWith('|')
    const at = this.text.indexOf(before ? words.slice(0, -1) : words)
    const from = before ? at + words.length - 1 : at
    return this.do({ changes: { from, to: before ? from : at + words.length, insert }, userEvent: 'input.type' })
  }
  private get book() {
    const rows = rowsOf(this.mt, this.text)
    return { rows, starts: startsOf(rows) }
  }
  placeAt(words: string): Place | undefined {
    const from = this.text.indexOf(words)
    return changeAt(this.book, { from, to: from + words.length })
  }
  /** Says that the change at some words is of a category. */
  say(words: string, category: string): this {
    const place = this.placeAt(words)
    if (place === undefined) throw new Error(`nothing is changed at ${words}`)
    const before = rulingOf(this.state.field(rulingField), place)
    const put = [newRuling(place, category, 'minor')]
    const effects = rule.of({ put, drop: before === undefined ? [] : [before.id] })
    return this.do({ effects, annotations: isolateHistory.of('full') })
  }
  undo(): this {
    return (undo(this), this)
  }
  redo(): this {
    return (redo(this), this)
  }
  reasons() {
    const change = narrow(this.change, this.mt)
    return reasonsByRulings(this.state.field(rulingField), change, ruling => changeOf(this.book, ruling))
  }
  /** `words: category` of every reason that a save would tell */
  get said(): string[] {
    return this.reasons().map(({ from, to, category }) => `${this.text.slice(from, to)}: ${category}`)
  }
}

const corrected = () =>
  new Desk('LKA i hela Lower Sachsen stärker fortsatt sin säkerhet').type('Lower Sachsen', 'Niedersachsen')

describe('what a person says of a change', () => {
  test('is told with the save, and follows the text', () => {
    const desk = corrected().say('Niedersachsen', 'term')
    expect(desk.said).toEqual(['Niedersachsen: term'])
    expect(desk.type('LKA', 'Polisen').said).toEqual(['Niedersachsen: term'])
    expect(desk.type('sachsen|', 's').said).toEqual(['Niedersachsens: term'])
  })

  test('said otherwise it is the later that holds', () => {
    const desk = corrected().say('Niedersachsen', 'term').say('Niedersachsen', 'name')
    expect(desk.said).toEqual(['Niedersachsen: name'])
    expect(desk.undo().said).toEqual(['Niedersachsen: term'])
    expect(desk.undo().said).toEqual([])
    expect(desk.redo().redo().said).toEqual(['Niedersachsen: name'])
  })

  test('is gone with the correction, and back with it', () => {
    const desk = corrected().say('Niedersachsen', 'term').type('Niedersachsen', 'Lower Sachsen')
    expect(desk.said).toEqual([])
    expect(desk.undo().said).toEqual(['Niedersachsen: term'])
  })

  test('undone after more was typed it is taken back where its words stand by then', () => {
    const desk = corrected().type('LKA', 'Polisen').say('Niedersachsen', 'term').type('säkerhet', 'trygghet')
    expect(desk.undo().said).toEqual(['Niedersachsen: term'])
    expect(desk.undo().said).toEqual([])
    expect(desk.text).toBe('Polisen i hela Niedersachsen stärker fortsatt sin säkerhet')
  })

  test('does not hold of another change: one that takes more of the machine’s words', () => {
    const desk = corrected().say('Niedersachsen', 'term').type('hela Niedersachsen', 'landet')
    expect(desk.said).toEqual([])
  })

  test('what was taken out and what was put in has its place', () => {
    expect(new Desk('den stora röda bilen').type('röda ', '').say('bilen', 'addition').said).toEqual([': addition'])
    const inserted = new Desk('den stora bilen\nstannade').type('stora |', 'röda ').say('röda', 'omission')
    expect(inserted.said).toEqual([expect.stringMatching(/^röda ?: omission$/)])
  })

  test('a paragraph that was put in or taken out has its place too', () => {
    const put = new Desk('Ett.\nTvå.').type('Ett.|', '\nEn helt annan sak.').say('En helt annan sak.', 'omission')
    expect(put.said).toHaveLength(1)
    const out = new Desk('Ett stycke.\nNågot helt annat.\nTvå.').type('Något helt annat.\n', '')
    expect(out.say('Två', 'addition').said).toHaveLength(1)
  })

  test('nor of one that joins it with another', () => {
    expect(corrected().say('Niedersachsen', 'term').type('hela', 'stora').said).toEqual([])
  })

  test('two changes are told apart', () => {
    const desk = corrected().type('säkerhet', 'trygghet').say('trygghet', 'style').say('Niedersachsen', 'term')
    expect(desk.said.toSorted()).toEqual(['Niedersachsen: term', 'trygghet: style'])
  })

  test('a draft keeps it', () => {
    const kept = corrected().say('Niedersachsen', 'term').reasons()
    const again = corrected()
    const found = rulingsOf(kept, span => again.placeAt(again.text.slice(span.from, span.to)))
    expect(again.do({ effects: setRulings.of(found) }).said).toEqual(['Niedersachsen: term'])
  })

  test('reasons of checks, flags and batches are not a person’s word', () => {
    const place = () => ({ fromA: 4, toA: 17, fromB: 4, toB: 17 })
    const reason = { from: 4, to: 17, category: 'style/awkward', severity: 'minor' } as const
    const others = [{ check: 'half-name' }, { flag: 'x' }, { batch: 'y' }].map(of => ({ ...reason, ...of }))
    expect(rulingsOf(others, place)).toEqual([])
    expect(rulingsOf([reason], place)).toHaveLength(1)
  })
})
