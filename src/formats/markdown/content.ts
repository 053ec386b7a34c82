/** A corrected paragraph as Markdown, with the marks that stand in it. */
import type { Span } from '../../text/span.ts'
import { weave, type PlacedMark } from '../lib/marks.ts'
import { writeInline, writeLiterally } from './escape.ts'
import type { MarkdownMark } from './lines.ts'
import { readsAs, sign } from './write.ts'

export interface Paragraph extends Span {
  /** the corrected text, of which it is a range */
  readonly whole: string
  readonly marks: readonly PlacedMark[]
  /** how the file writes the sign of its block, where that is what it was; else null */
  readonly sign: { readonly text: string; readonly written: string } | null
  /** before the lines of it that follow a break */
  readonly indentation: string
}

/** What marks are, by their ids. */
export type Roles = ReadonlyMap<string, MarkdownMark['role']>

const lightly = (text: string): string => writeInline(text).replace(/\]/g, '\\]')
const punctuation = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~\u2028]/g, char => (char === '\u2028' ? '&#8232;' : `\\${char}`))

/** More ticks than stand beside each other in it. */
function ticksFor(code: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length))
  return '`'.repeat(longest + 1)
}

function writeCode(code: string, { open, close }: PlacedMark['mark']): string {
  if (!open.startsWith('`') || !code.includes('`')) return open + code + close
  const [ticks, space] = [ticksFor(code), /^[` ]|[` ]$/.test(code) ? ' ' : '']
  return ticks + space + code + space + ticks
}

/** Code as one piece that is not escaped; emphasis without white space at its ends, and none where it has no words. */
function prepared(marks: readonly PlacedMark[], text: string, roles: Roles): PlacedMark[] {
  return marks.flatMap(placed => {
    const role = roles.get(placed.mark.id) ?? ''
    if (placed.mark.kind !== 'pair' || role === '') return [placed]
    let { from, to } = placed
    if (role === 'emphasis') {
      while (from < to && /\s/.test(text.charAt(from))) from++
      while (to > from && /\s/.test(text.charAt(to - 1))) to--
      return from < to ? [{ ...placed, from, to }] : []
    }
    if (from === to) return []
    const open = writeCode(text.slice(from, to), placed.mark)
    return [{ ...placed, mark: { ...placed.mark, kind: 'raw', open, close: '' } as const }]
  })
}

const isTrailer = ({ mark }: PlacedMark): boolean => mark.kind === 'raw' && mark.from === mark.to && /^(?:\s*#+|\n\s*(?:=+|-+))$/.test(mark.open) // prettier-ignore
const isBare = ({ mark }: PlacedMark): boolean => mark.kind === 'raw' && /^[\\`*[\]_~<&]+$/.test(mark.open)
const isSign = ({ mark }: PlacedMark): boolean => mark.id.endsWith('.sign')
/** White space at the ends that a reader would take away. */
const closed = (written: string): string =>
  written.replace(/[ \t]+$/, spaces => Array.from(spaces, space => `&#${space.charCodeAt(0)};`).join(''))

/**
 * The inside of a block: with as much of its marks, and as few escapes, as read back as the very words.
 * @param labels those that links may refer to @param literally whether signs are to be escaped at once
 */
export function contentOf(paragraph: Paragraph, roles: Roles, labels: ReadonlySet<string>, literally: boolean): string {
  const { whole, from, to, indentation } = paragraph
  const text = whole.slice(from, to)
  const own = sign.exec(text)?.[0] ?? ''
  const marks = prepared(paragraph.marks, whole, roles).filter(each => !isSign(each))
  const words = { from: from + Math.min(own.length, text.length), to }
  const breaking = (plain: string): string => lightly(plain).replaceAll('\u2028', `\\\n${indentation}`)
  const written = paragraph.sign?.text === own || paragraph.sign?.text === text ? paragraph.sign.written : own
  const untrailed = marks.filter(each => !isTrailer(each))
  const whichLight = [
    () => written + closed(weave(whole, marks, words, breaking)),
    () => own + closed(weave(whole, untrailed, words, breaking)),
  ]
  const whichLiteral = [
    () => own + closed(weave(whole, untrailed.filter(each => !isBare(each)), words, punctuation)),
    () => own + closed(weave(whole, untrailed.filter(each => each.mark.kept || roles.get(each.mark.id) === 'code'), words, punctuation)),
  ] // prettier-ignore
  for (const candidate of literally ? whichLiteral : [...whichLight, ...whichLiteral]) {
    const content = candidate()
    if (readsAs(content, text, labels)) return content
  }
  return writeLiterally(text)
}
