/** Codes of an imported file on the desk: where they stand while words are typed, how they are drawn, which one is meant. */
import { EditorState, Text } from '@codemirror/state'
import { CodeBook } from '../../src/client/review/code-book.ts'
import { codeTarget, meantCodes } from '../../src/client/review/code-target.ts'
import { codeName, codeSides, codeSign } from '../../src/text/code-sign.ts'
import { marksIn } from '../app/marked.ts'
import type { MarkView } from '../../src/wire/mark.ts'

const viewsIn = (written: string): { text: string; marks: MarkView[] } => {
  const { text, marks } = marksIn(written)
  return {
    text,
    marks: marks.map(({ id, kind, label, from, to }) => ({
      id, kind: kind as 'pair' | 'point', label, from, to, mt: { from, to }, line: text.slice(0, from).split('\n').length - 1, gone: false, words: text.slice(from, to),
    })), // prettier-ignore
  }
}
const docOf = (text: string): Text => Text.of(text.split('\n'))

/** A text with its codes written into it. */
const drawn = (text: string, codes: readonly MarkView[]): string => {
  let out = ''
  let at = 0
  for (const sign of codeSides(codes.map(code => ({ ...code, lost: code.gone })))) {
    out +=
      text.slice(at, sign.at) +
      (sign.code.lost ? `!${codeName(sign.code.label)}!` : codeSign(sign.code.label, sign.side))
    at = sign.at
  }
  return out + text.slice(at)
}
const written = 'Mötet hölls i [b|Malmö] i går.\nDe [i|[b|fem] stora][br] länderna [a|kom].'

describe('a code', () => {
  const { text, marks } = viewsIn(written)
  const after = (now: string, fixed = true): string => drawn(now, new CodeBook(marks, text, fixed).now(docOf(now)))

  it.each([
    ['is where the file has it', text, 'Mötet hölls i ⟨bMalmöb⟩ i går.\nDe ⟨i⟨bfemb⟩ storai⟩⟨br⟩ länderna ⟨akoma⟩.'],
    [
      'keeps its words when others change',
      text.replace('Mötet', 'Det långa mötet'),
      'Det långa mötet hölls i ⟨bMalmöb⟩ i går.\nDe ⟨i⟨bfemb⟩ storai⟩⟨br⟩ länderna ⟨akoma⟩.',
    ],
    [
      'goes around what replaces its words',
      text.replace('Malmö', 'Lund'),
      'Mötet hölls i ⟨bLundb⟩ i går.\nDe ⟨i⟨bfemb⟩ storai⟩⟨br⟩ länderna ⟨akoma⟩.',
    ],
    [
      'has lost its words when they are deleted',
      text.replace(' kom', ''),
      'Mötet hölls i ⟨bMalmöb⟩ i går.\nDe ⟨i⟨bfemb⟩ storai⟩⟨br⟩ länderna!a!.',
    ],
  ])('%s', (_, now, expected) => {
    expect(after(now)).toBe(expected)
  })

  it('stands where it stood as soon as its words are back', () => {
    const book = new CodeBook(marks, text, true)
    expect(book.now(docOf(text.replace('kom', ''))).filter(code => code.gone)).toHaveLength(1)
    expect(book.now(docOf(text)).filter(code => code.gone)).toEqual([])
  })

  it('stays in its segment, however alike the segments are', () => {
    const two = viewsIn('[b|Spara]\nSpara\nAvbryt')
    const book = new CodeBook(two.marks, two.text, true)
    const now = 'Avbryt\nSpara\nSpara'
    expect(book.now(docOf(now)).map(({ from, to }) => [from, to])).toEqual([[0, 6]])
  })

  it('stands where it was put, until the server says so', () => {
    const book = new CodeBook(marks, text, true)
    const now = docOf(text.replace(' kom', ''))
    book.put('c5', { from: 0, to: 5 }, now)
    expect(book.now(now).find(code => code.id === 'c5')).toMatchObject({ from: 0, to: 5, gone: false })
  })
})

it('a place that a code is to have goes along with what is typed before it', () => {
  const state = EditorState.create({ doc: 'ett två' })
  const book = new CodeBook([], '', false)
  book.follow({ from: 4, to: 7 })
  book.changed(state.changes({ from: 0, insert: 'noll ' }))
  expect(book.followed).toEqual({ from: 9, to: 12 })
})

describe('signs', () => {
  it('name a tag without its brackets, and anything else as it is', () => {
    expect(['<b>', '<br/>', '{0}', 'fet'].map(label => codeSign(label, 'point'))).toEqual(['⟨b⟩', '⟨br⟩', '{0}', 'fet'])
    expect([codeSign('<g id="1">', 'opens'), codeSign('fet', 'closes')]).toEqual(['⟨g id="1"', 'fet⟩'])
    expect([codeSign('{1}', 'opens'), codeSign('{1}', 'closes'), codeName('{1}')]).toEqual(['⟨1', '1⟩', '1'])
    expect(codeSign(`<a href="${'x'.repeat(200)}">`, 'opens')).toHaveLength(19)
  })

  it('an empty pair opens before it closes', () => {
    expect(drawn('ab', [{ ...(viewsIn('[b|x]').marks[0] as MarkView), from: 1, to: 1 }])).toBe('a⟨bb⟩b')
  })
})

describe('which code is meant, and where', () => {
  const { text, marks } = viewsIn(written)
  const doc = docOf(text)
  const lose = (...ids: readonly string[]): MarkView[] =>
    marks.map(mark => (ids.includes(mark.id) ? { ...mark, gone: true } : mark))

  it('those that have lost their words, the nearest first', () => {
    expect(meantCodes(lose('c1', 'c5'), doc, text.length).map(({ id }) => id)).toEqual(['c5', 'c1'])
  })

  it('where none has, those of the paragraph', () => {
    expect(meantCodes(marks, doc, 0).map(({ id }) => id)).toEqual(['c1'])
  })

  it('around the words that are selected, without the spaces at their edges; else around the word at the caret', () => {
    const at = (anchor: number, head: number) =>
      codeTarget(EditorState.create({ doc: text, selection: { anchor, head } }))
    expect(at(5, 12).around).toEqual({ from: 6, to: 11, words: 'hölls' })
    expect(at(7, 7).around).toEqual({ from: 6, to: 11, words: 'hölls' })
    expect(at(text.length, text.length).around).toBeNull()
    expect(at(20, 40).around).toBeNull()
  })
})
