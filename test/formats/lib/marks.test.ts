import fc from 'fast-check'
import type { Mark } from '../../../src/formats/document.ts'
import { placeMarks, weave, type PlacedMark } from '../../../src/formats/lib/marks.ts'
import type { Edit } from '../../../src/text/change.ts'
import type { Span } from '../../../src/text/span.ts'

const runs = { numRuns: 2000, seed: 20250617 }

/** A content of a file: words, codes in each other, characters written in a way of their own. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'pair'; readonly parts: readonly Part[] }

const words = fc.constantFrom('Den ', 'röda ', 'bilen', ' kom', '.', ' ', 'ö', '🚒', '<', 'a b c')
const { content } = fc.letrec<{ content: readonly Part[]; part: Part }>(tie => ({
  content: fc.array(tie('part'), { maxLength: 6 }),
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('text' as const), text: words }),
    fc.record({ kind: fc.constant('point' as const) }),
    fc.record({ kind: fc.constant('raw' as const), text: fc.constantFrom('å', ' ', '') }),
    fc.record({ kind: fc.constant('pair' as const), parts: tie('content') }),
  ),
}))

const escape = (plain: string): string => plain.replaceAll('<', '&lt;')

interface Read {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly written: string
}

/** As a format reads it: `{1} … {/1}` is a pair, `{2/}` a point, `&3;` characters of their own. */
function read(parts: readonly Part[]): Read {
  let [text, written] = ['', '']
  const marks: Mark[] = []
  const walk = (of: readonly Part[], within: string): void => {
    for (const part of of) {
      const id = String(marks.length + 1)
      const mark = { id, kind: part.kind === 'text' ? 'raw' : part.kind, close: '', label: '', within, kept: part.kind !== 'raw', from: text.length, to: text.length } as const // prettier-ignore
      if (part.kind === 'text') {
        text += part.text
        written += escape(part.text)
      } else if (part.kind === 'pair') {
        const at = marks.length
        const [open, close] = [`{${id}}`, `{/${id}}`]
        marks.push({ ...mark, open, close })
        written += open
        walk(part.parts, id)
        marks[at] = { ...mark, open, close, to: text.length }
        written += close
      } else {
        const open = part.kind === 'point' ? `{${id}/}` : `&${id};`
        if (part.kind === 'raw') text += part.text
        marks.push({ ...mark, open, to: text.length })
        written += open
      }
    }
  }
  walk(parts, '')
  return { text, marks, written }
}

/** What is written, read again: its text, the codes in it, and whether each end belongs to the start before it. */
function readAgain(written: string, marks: readonly Mark[], text: string) {
  const open: string[] = []
  const codes: string[] = []
  let isNested = true
  const plain = written.replace(/\{(\/?)(\d+)(\/?)\}|&(\d+);/g, (_, end: string, id: string, single: string, raw: string | undefined) => {
    if (raw !== undefined) {
      const mark = marks.find(each => each.id === raw)
      return escape(mark ? text.slice(mark.from, mark.to) : '')
    }
    if (end === '') codes.push(id)
    if (end !== '') isNested &&= open.pop() === id
    else if (single === '') open.push(id)
    return ''
  }) // prettier-ignore
  return { text: plain.replaceAll('&lt;', '<'), codes, isNested: isNested && open.length === 0 }
}

const someEdits = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 9 }), insert: fc.constantFrom('', '', ' ', 'ord', 'två ord', '<', 'ö') }),
  { maxLength: 5 },
) // prettier-ignore

/** Sorted and disjoint edits of a text. */
function editsIn(text: string, seeds: readonly { at: number; length: number; insert: string }[]): Edit[] {
  const edits: Edit[] = []
  let at = 0
  for (const { at: seed, length, insert } of seeds) {
    const from = at + (seed % (text.length - at + 1))
    const to = Math.min(text.length, from + length)
    if (from < to || insert !== '') edits.push({ from, to, insert })
    at = to
    if (at >= text.length) break
    at++
  }
  return edits
}

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text)

const woven = (text: string, marks: readonly PlacedMark[]): string =>
  weave(text, marks, { from: 0, to: text.length }, escape)

const whole = (text: string): Span => ({ from: 0, to: text.length })

describe('marks through corrections', () => {
  test('what nobody has corrected is written as it was', () => {
    fc.assert(
      fc.property(content, parts => {
        const { text, marks, written } = read(parts)
        expect(woven(text, placeMarks(text, marks, []))).toBe(written)
      }),
      runs,
    )
  })

  test('the text between the codes is the corrected text, no code is lost or doubled, and they nest', () => {
    fc.assert(
      fc.property(content, someEdits, (parts, seeds) => {
        const { text, marks } = read(parts)
        const edits = editsIn(text, seeds)
        const corrected = applied(text, edits)
        const again = readAgain(woven(corrected, placeMarks(text, marks, edits)), marks, text)
        expect(again.text).toBe(corrected)
        expect(again.isNested).toBe(true)
        const kept = marks.filter(mark => mark.kept).map(mark => mark.id)
        expect(again.codes.toSorted()).toEqual(kept.toSorted())
      }),
      runs,
    )
  })

  test('so it is wherever a person puts them', () => {
    const placing = fc.array(fc.record({ mark: fc.nat(), from: fc.nat(), length: fc.nat({ max: 12 }) }), { maxLength: 3 }) // prettier-ignore
    fc.assert(
      fc.property(content, someEdits, placing, (parts, seeds, wishes) => {
        const { text, marks } = read(parts)
        const edits = editsIn(text, seeds)
        const corrected = applied(text, edits)
        const codes = marks.filter(mark => mark.kept)
        const placed = new Map(
          wishes.flatMap(({ mark, from, length }) => {
            const chosen = codes[mark % Math.max(1, codes.length)]
            if (!chosen) return []
            const start = from % (corrected.length + 1)
            const end = chosen.kind === 'point' ? start : Math.min(corrected.length, start + length)
            return [[chosen.id, { from: start, to: end }] as const]
          }),
        )
        const again = readAgain(woven(corrected, placeMarks(text, marks, edits, placed)), marks, text)
        expect(again.text).toBe(corrected)
        expect(again.isNested).toBe(true)
        expect(again.codes.toSorted()).toEqual(codes.map(mark => mark.id).toSorted())
      }),
      runs,
    )
  })

  const bold = (from: number, to: number): Mark => ({ id: '1', kind: 'pair', open: '<b>', close: '</b>', label: 'b', within: '', kept: true, from, to }) // prettier-ignore
  test.each([
    ['a word put in beside a pair stands outside of it', 'röd bil', { from: 0, to: 3 }, { from: 3, to: 3, insert: ' fin' }, '<b>röd</b> fin bil'],
    ['a letter that makes its word longer stands in it', 'röd bil', { from: 0, to: 3 }, { from: 3, to: 3, insert: 'a' }, '<b>röda</b> bil'],
    ['a pair whose words are replaced holds what replaced them', 'röd bil', { from: 0, to: 3 }, { from: 0, to: 3, insert: 'blå' }, '<b>blå</b> bil'],
    ['a pair whose words are gone stands where they were', 'en röd bil', { from: 3, to: 6 }, { from: 3, to: 7, insert: '' }, 'en <b></b>bil'],
    ['a pair of the whole line holds whatever is put in', 'röd bil', { from: 0, to: 7 }, { from: 0, to: 0, insert: 'En ' }, '<b>En röd bil</b>'],
  ])('%s', (_, text, { from, to }, edit, written) => {
    const corrected = applied(text, [edit])
    expect(weave(corrected, placeMarks(text, [bold(from, to)], [edit]), whole(corrected), escape)).toBe(written)
  }) // prettier-ignore

  test('a pair that goes on over lines is closed and opened again at their ends', () => {
    const marks = placeMarks('en\ntvå', [bold(1, 5)], [])
    expect(weave('en\ntvå', marks, { from: 0, to: 2 }, escape)).toBe('e<b>n</b>')
    expect(weave('en\ntvå', marks, { from: 3, to: 6 }, escape)).toBe('<b>tv</b>å')
  })
})
