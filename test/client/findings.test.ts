import { history, redo, undo } from '@codemirror/commands'
import { ChangeSet, EditorState, type Transaction, type TransactionSpec } from '@codemirror/state'
import { findingField, findingMarks, setFindings } from '../../src/client/review/finding-field.ts'
import { joined, type Standing } from '../../src/client/review/findings.ts'
import { groundField, groundsOf, reasonsByChecks, setGrounds } from '../../src/client/review/grounds.ts'
import { narrow } from '../../src/text/change.ts'

const finding = (from: number, text: string, over: Partial<Standing> = {}): Standing => ({
  id: text, check: 'half-name', from, to: from + text.length, text, category: 'terminology/wrong-term', severity: 'major', confidence: 0.9,
  message: { sv: '', en: '' }, title: { sv: '', en: '' }, fixes: [], ...over,
}) // prettier-ignore

/** A desk on a text whose findings stand in brackets: `LKA [Lower Sachsen] stärker`. */
class Desk {
  state: EditorState
  readonly base: string
  private change: ChangeSet
  constructor(written: string) {
    const findings: Standing[] = []
    this.base = written.replace(/\[([^\]]*)\]/g, (_, words: string, at: number) => {
      findings.push(finding(at - 2 * findings.length, words))
      return words
    })
    const extensions = [history({ newGroupDelay: 0 }), findingMarks, groundField]
    this.change = ChangeSet.empty(this.base.length)
    this.state = EditorState.create({ doc: this.base, extensions })
    this.do({ effects: setFindings.of(findings) })
  }
  readonly dispatch = (transaction: Transaction): void => {
    this.change = this.change.compose(transaction.changes)
    this.state = transaction.state
  }
  do(spec: TransactionSpec): this {
    this.dispatch(this.state.update(spec))
    return this
  }
  /** Words typed over others, which are looked for; `|` in front of an insertion's place. */
  type(words: string, insert: string, userEvent = 'input.type'): this {
    const before = words.endsWith('|')
    const at = this.state.doc.toString().indexOf(before ? words.slice(0, -1) : words)
    const from = before ? at + words.length - 1 : at
    return this.do({ changes: { from, to: before ? from : at + words.length, insert }, userEvent })
  }
  undo(): this {
    return (undo(this), this)
  }
  redo(): this {
    return (redo(this), this)
  }
  /** the text with its findings in brackets */
  get marked(): string {
    let text = this.state.doc.toString()
    for (const { from, to } of this.state.field(findingField).toReversed())
      text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`
    return text
  }
  /** `words: check` of every reason that a save would tell */
  get reasons(): string[] {
    const { doc } = this.state
    return reasonsByChecks(this.state.field(groundField), narrow(this.change, this.base), doc).map(
      ({ from, to, check }) => `${doc.sliceString(from, to)}: ${check}`,
    )
  }
}

describe('findings follow the text', () => {
  test.each([
    ['words before them move them', ['LKA', 'LKA i'], 'LKA i [Lower Sachsen] stärker'],
    ['words beside them do not touch them', ['Sachsen|', ' stad'], 'LKA [Lower Sachsen] stad stärker'],
    ['other words take them away', ['Lower Sachsen', 'Niedersachsen'], 'LKA Niedersachsen stärker'],
    ['a letter inside takes them away', ['Lower|', 's'], 'LKA Lowers Sachsen stärker'],
    ['a letter at the end makes another word', ['Sachsen|', 's'], 'LKA Lower Sachsens stärker'],
    ['a letter at the start makes another word', ['LKA |', 'F'], 'LKA FLower Sachsen stärker'],
    ['a sign at the end does not', ['Sachsen|', ','], 'LKA [Lower Sachsen], stärker'],
    [
      'the same words put in again are the same words',
      ['Lower Sachsen', 'Lower Sachsen'],
      'LKA [Lower Sachsen] stärker',
    ],
  ] as const)('%s', (_, [words, insert], marked) => {
    expect(new Desk('LKA [Lower Sachsen] stärker').type(words, insert).marked).toBe(marked)
  })

  test('undoing brings back what an edit has taken away, where it stands by then', () => {
    const desk = new Desk('LKA [Lower Sachsen] stärker [säkerhet]').type('Lower Sachsen', 'Niedersachsen')
    expect(desk.marked).toBe('LKA Niedersachsen stärker [säkerhet]')
    expect(desk.undo().marked).toBe('LKA [Lower Sachsen] stärker [säkerhet]')
    expect(desk.redo().marked).toBe('LKA Niedersachsen stärker [säkerhet]')
  })

  test('a point is gone when something is put in there', () => {
    const desk = new Desk('En[] bil')
    expect(desk.type('bil', 'båt').state.field(findingField)).toHaveLength(1)
    expect(desk.type('En|', ',').state.field(findingField)).toEqual([])
  })
})

describe('what the checks find anew', () => {
  let n = 0
  const newId = () => `new${++n}`

  test('keeps the ids of what stood there, and is the same array where nothing is new', () => {
    const before = [finding(4, 'Lower Sachsen', { id: '1' }), finding(30, 'juni', { id: '2' })]
    const again = [finding(4, 'Lower Sachsen'), finding(30, 'juni')]
    expect(joined(before, again, newId)).toBe(before)
    expect(joined(before, again.toSpliced(1, 0, finding(20, 'säkerhet')), newId).map(f => f.id)).toEqual([
      '1',
      'new1',
      '2',
    ])
  })

  test('another check at the same place is another finding', () => {
    const other = finding(4, 'Lower Sachsen', { check: 'untranslated' })
    expect(joined([finding(4, 'Lower Sachsen', { id: '1' })], [other], newId)[0]?.id).toMatch(/^new/)
  })
})

describe('why a passage was corrected', () => {
  const accept = (desk: Desk) => desk.type('Lower Sachsen', 'Niedersachsen', 'input.accept')

  test('an accepted fix has its check as the reason', () => {
    expect(accept(new Desk('LKA [Lower Sachsen] stärker')).reasons).toEqual(['Niedersachsen: half-name'])
  })

  test('it follows the text, and is gone with the edit', () => {
    const desk = accept(new Desk('LKA [Lower Sachsen] stärker')).type('LKA', 'Polisen i')
    expect(desk.reasons).toEqual(['Niedersachsen: half-name'])
    expect(desk.undo().undo().reasons).toEqual([])
    expect(desk.redo().reasons).toEqual(['Niedersachsen: half-name'])
  })

  test('accepted, undone and accepted again it is one', () => {
    const desk = accept(accept(new Desk('LKA [Lower Sachsen] stärker')).undo())
    expect(desk.reasons).toEqual(['Niedersachsen: half-name'])
    expect(desk.undo().reasons).toEqual([])
  })

  test('typing over found words is a correction of them, letter by letter too', () => {
    const desk = new Desk('den 17 [Juni] var').type('Juni', 'j').type('17 j|', 'u').type('ju|', 'ni')
    expect(desk.reasons).toEqual(['juni: half-name'])
    expect(new Desk('[Polis] kom').type('Polis|', 'en').reasons).toEqual(['Polisen: half-name'])
  })

  test('typing the found words again is none, and neither is taking out all around them', () => {
    expect(new Desk('den 17 [Juni] var').type('Juni', 'j').type('17 j', '17 Juni').reasons).toEqual([])
    expect(new Desk('den 17 [Juni] var').type('17 Juni var', '').reasons).toEqual([])
  })

  test('words before the finding, and what others have merged, are no corrections of it', () => {
    expect(new Desk('den 17 [Juni] var').type('17', '18').reasons).toEqual([])
    expect(new Desk('den 17 [Juni] var').type('Juni', 'juni', 'other').reasons).toEqual([])
  })

  test('what is found in a passage while it is typed is not another reason; a fix that is accepted there is', () => {
    const desk = new Desk('den 17 [Juni] var').type('Juni', 'jnui')
    desk.do({ effects: setFindings.of([finding(7, 'jnui', { check: 'unknown-word' })]) })
    expect(new Desk(desk.marked).reasons).toEqual([])
    expect(desk.type('jnui', 'juni').reasons).toEqual(['juni: half-name'])
    desk.undo().type('jnui', 'juni', 'input.accept')
    expect(desk.reasons).toEqual(['juni: half-name', 'juni: unknown-word'])
  })

  test('a fix that takes words out is told at the place', () => {
    const desk = new Desk('en [en] bil').do({ changes: { from: 3, to: 6 }, userEvent: 'input.accept' })
    expect(desk.reasons).toEqual([])
    expect(new Desk('en[ en] bil').do({ changes: { from: 2, to: 5 }, userEvent: 'input.accept' }).reasons).toEqual([
      ': half-name',
    ])
  })

  test('those of a draft hold again, as far as they are changes', () => {
    const desk = new Desk('LKA Lower Sachsen stärker').type('Lower Sachsen', 'Niedersachsen', 'other')
    const kept = { category: 'terminology/wrong-term', severity: 'major', check: 'half-name' } as const
    desk.do({
      effects: setGrounds.of(
        groundsOf([
          { from: 4, to: 17, ...kept },
          { from: 18, to: 25, ...kept },
        ]),
      ),
    })
    expect(desk.reasons).toEqual(['Niedersachsen: half-name'])
  })
})
