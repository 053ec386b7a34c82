/** Our own export, read back: its revisions are replayed, its flags stand where they were set. */
import { z } from 'zod'
import { severities } from '../../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../../mqm/typology.ts'
import { applyChange, parseChange } from '../../text/change.ts'
import { enterText } from '../../text/entry.ts'
import {
  decisionChoices,
  emptyDocument,
  type Annotator,
  type ReadDecision,
  type ReadFlag,
  type Reading,
  type ReadRevision,
} from '../document.ts'
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'

const text = z.string().transform(raw => enterText(raw))
const name = text.transform(raw => raw.replace(/[\n\u2028]+/g, ' ')).default('')
const time = z.iso.datetime({ offset: true }).transform(iso => Date.parse(iso))
const offset = z.int().nonnegative()
const id = z.string().default('')

const exported = z.object({
  title: name,
  address: name,
  source: z.object({ language: name, text: text.default('') }).prefault({}),
  translation: z.object({ system: name, language: name }).prefault({}),
  fixed: z.boolean().default(false),
  texts: z.object({ mt: text, corrected: text.optional() }),
  revisions: z
    .array(z.object({ author: name, at: time.nullable().default(null), summary: name, change: z.unknown() }))
    .default([]),
  flags: z
    .array(
      z.object({
        id,
        author: name,
        layer: name,
        at: time.nullable().default(null),
        revision: offset.default(0),
        from: offset,
        to: offset,
        category: z.custom<CategoryId>(value => typeof value === 'string' && isCategory(value)),
        severity: z.enum(severities),
        comment: text.default(''),
        suggestion: text.default(''),
      }),
    )
    .default([]),
  annotators: z
    .array(
      z.object({
        author: name,
        layer: name,
        segments: z.array(offset).nullable().default(null),
        saw: z.array(name).optional(),
      }),
    )
    .default([]),
  judgements: z.array(z.object({ layer: name, paragraph: offset, score: z.number().min(0).max(100) })).default([]),
  decisions: z
    .array(
      z.object({
        a: id,
        b: id,
        choice: z.enum(decisionChoices),
        flag: id,
        person: name,
        at: time.nullable().default(null),
        comment: text.default(''),
      }),
    )
    .default([]),
})
type Exported = z.infer<typeof exported>

type Fail = (part: string, detail: string) => never

/** Characters of all revisions together: a few bytes of changes could make texts without end. */
const charactersAtMost = 50_000_000

/** The text after each change; a change that leaves the text as it is is none. */
function replay(
  format: string,
  { texts, revisions }: Exported,
  fail: Fail,
): { all: string[]; kept: ReadRevision[]; numbers: number[] } {
  const all = [texts.mt]
  const kept: ReadRevision[] = []
  // which of those kept a revision is, by its number
  const numbers = [0]
  let size = 0
  for (const [i, { author, at, summary, change }] of revisions.entries()) {
    const before = all[i] ?? ''
    let after: string
    try {
      after = enterText(applyChange(before, parseChange(change, before)))
    } catch (error) {
      return fail(`revisions.${i}.change`, (error as Error).message)
    }
    size += after.length
    if (size > charactersAtMost) throw new FormatError(format, 'unpacked', { limit: charactersAtMost })
    if (after !== before) kept.push({ author, at, summary, text: after })
    all.push(after)
    numbers.push(kept.length)
  }
  const last = all.at(-1) ?? ''
  const { corrected = last } = texts
  if (corrected !== last && revisions.length > 0) fail('texts.corrected', 'revisions')
  if (corrected !== last) kept.push({ author: '', at: null, summary: '', text: corrected })
  return { all, kept, numbers }
}

const withoutId = ({ id: _id, ...said }: Exported['flags'][number]) => said

function annotatorOf(
  { saw, segments, ...who }: Exported['annotators'][number],
  inText: (line: number) => boolean,
): Annotator {
  return { ...who, segments: segments?.filter(inText) ?? null, ...(saw ? { saw } : {}) }
}

/** A flag that was agreed on and taken back by a later decision is not among the flags. */
function decisionsOf({ flags, decisions }: Exported, fail: Fail): ReadDecision[] {
  const numbers = new Map(flags.map((flag, i) => [flag.id, i] as const).filter(([known]) => known !== ''))
  return decisions.map(({ a, b, choice, flag, person, at, comment }, i) => {
    const of = (known: string): number | null =>
      known === '' ? null : (numbers.get(known) ?? fail(`decisions.${i}`, known))
    if (a === '' && b === '') fail(`decisions.${i}`, 'a, b')
    return { a: of(a), b: of(b), choice, flag: numbers.get(flag) ?? null, author: person, at, comment }
  })
}

/**
 * @param version the one that is read
 * @throws FormatError missing, version, invalid, rows, field; Problem of `enterText`
 */
export function readExport(format: string, value: unknown, version: number, limits: Limits): Reading {
  if (typeof value !== 'object' || value === null || !('rodpenna' in value))
    throw new FormatError(format, 'missing', { detail: '"rodpenna"' })
  if (value.rodpenna !== version)
    throw new FormatError(format, 'version', { detail: String(value.rodpenna).slice(0, 20) })
  const fail: Fail = (part, detail) => {
    throw new FormatError(format, 'invalid', { part, detail: detail.slice(0, 100) })
  }
  const result = exported.safeParse(value)
  if (!result.success) {
    const issue = result.error.issues[0]
    return fail(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  const { title, address, source, translation, fixed, texts, flags, revisions, annotators, judgements, decisions } =
    result.data
  if (revisions.length + flags.length + annotators.length + judgements.length + decisions.length > limits.rows)
    throw new FormatError(format, 'rows', { limit: limits.rows })
  const { all, kept, numbers } = replay(format, result.data, fail)
  const read = flags.map((flag, i): ReadFlag => {
    const of = all[flag.revision] ?? fail(`flags.${i}`, `revision ${flag.revision}`)
    if (flag.from > flag.to || flag.to > of.length) fail(`flags.${i}`, `${flag.from}–${flag.to}`)
    return { ...withoutId(flag), layer: flag.layer || 'shared', revision: numbers[flag.revision] ?? 0 }
  })
  const lines = texts.mt.split('\n').length
  const isFixed =
    fixed &&
    [...kept.map(revision => revision.text), source.text].every(
      each => each === '' || each.split('\n').length === lines,
    )
  const inText = (line: number): boolean => line < lines
  const document = {
    ...emptyDocument,
    title,
    address,
    system: translation.system,
    sourceLanguage: source.language,
    language: translation.language,
    sourceText: source.text,
    text: texts.mt,
    revisions: kept,
    flags: read,
    annotators: [...new Map(annotators.map(one => [one.layer, annotatorOf(one, inText)])).values()],
    judgements: [
      ...new Map(
        judgements.filter(({ paragraph }) => inText(paragraph)).map(one => [`${one.paragraph} ${one.layer}`, one]),
      ).values(),
    ],
    decisions: decisionsOf(result.data, fail),
    fixed: isFixed,
  }
  return { documents: [document], terms: [], warnings: [] }
}
