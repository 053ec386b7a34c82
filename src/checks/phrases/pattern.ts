/**
 * The notation of phrases in the data files: `flytta~ ut → rycka~ ut`. In a pattern,
 *
 *     ord            that word; written `Ord`, only with a capital
 *     ord~           any form of the word looked up under it; `ord~.plural.definite`: those forms (names of tags.ts)
 *     -ord  -ord~    as the last part of a compound, `(-)ord~` alone too; the fix carries the rest to its `-nytt~`
 *     ord-           as the first part of one, `ord(-)` alone too; the fix carries the rest to its `nytt-`
 *     (det) (en|ett) words that may be left out
 *     [mig|åt dig]   one of these
 *     [$police]      one of a list of the file
 *     [adj] [verb.infinitive] [noun#2]   a word of that class: adj noun verb name number word
 *     …  …2          up to four (two) words of any kind, no sign among them
 *     , – :          that sign
 *
 * and in a fix,
 *
 *     ord            that word
 *     ord~           inflected like the pattern's first `~`, the fix's second like its second; `ord~2` like its second; where that
 *                    is no word of its class (noun, verb …), like the first that is;
 *                    `ord~.infinitive` like that instead
 *     [mig|åt dig]   what the same bracket matched; another with as many: the one at the same place
 *     [adj] …        what was matched there; `[verb.supine]` inflected like that
 *     -              alone: nothing, the words are to go
 */
import { tag, type TagName } from '../lexicon/tags.ts'

const slotClasses = ['adj', 'noun', 'verb', 'name', 'number', 'word'] as const
export type SlotClass = (typeof slotClasses)[number]

export interface WordPart {
  readonly kind: 'word'
  /** as written, without signs of the notation */
  readonly text: string
  readonly inflected: boolean
  /** in a pattern the how manieth `~` this is, in a fix the one that it follows; 0 where not inflected */
  readonly ordinal: number
  /** those that a form must have; in a fix: that it is to have */
  readonly tags: number
  readonly joined: 'alone' | 'last' | 'first'
  /** where it is joined: may it stand alone too? */
  readonly aloneToo: boolean
}

export type Part =
  | WordPart
  | { readonly kind: 'slot'; readonly class: SlotClass; readonly id: string; readonly tags: number }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'choice'; readonly written: string; readonly options: readonly Parts[] }
  | { readonly kind: 'optional'; readonly parts: Parts }
export type Parts = readonly Part[]

export type Lists = ReadonlyMap<string, string>

const isTag = (name: string): name is TagName => name in tag

const readTags = (names: readonly string[], whole: string): number =>
  names.reduce((tags, name) => {
    if (!isTag(name)) throw new Error(`“${name}” in “${whole}” is no tag of a form`)
    return tags | tag[name]
  }, 0)

/** What stands at the top level of a phrase: words, and whole brackets. `(-)ord` and `ord(-)` are words. */
function chunksOf(written: string): readonly string[] {
  const chunks: string[] = []
  let [chunk, depth] = ['', 0]
  for (const sign of written) {
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth--
    if (/\s/.test(sign) && depth === 0) {
      if (chunk !== '') chunks.push(chunk)
      chunk = ''
    } else chunk += sign
  }
  if (depth !== 0) throw new Error(`a bracket of “${written}” is not closed`)
  return chunk === '' ? chunks : [...chunks, chunk]
}

/** Reads a pattern or a fix. @param lists those that `[$name]` may name: options with `|` between */
export function readPhrase(written: string, lists: Lists = new Map()): Parts {
  const [parts] = readParts(written, lists, 1)
  if (parts.length === 0) throw new Error(`“${written}” holds no words`)
  return parts
}

/** @returns the parts, and the number of the next `~` */
function readParts(written: string, lists: Lists, first: number): readonly [Parts, number] {
  const parts: Part[] = []
  let ordinal = first
  for (const chunk of chunksOf(written)) {
    if (chunk.startsWith('[') && chunk.endsWith(']')) {
      const [part, next] = readBracket(chunk.slice(1, -1), lists, ordinal)
      parts.push(part)
      ordinal = next
    } else if (chunk.startsWith('(') && chunk.endsWith(')')) {
      const inside = chunk.slice(1, -1)
      const several = inside.replaceAll(/\[[^\]]*\]/g, '').includes('|')
      const [inner, next] = readParts(several ? `[${inside}]` : inside, lists, ordinal)
      parts.push({ kind: 'optional', parts: inner })
      ordinal = next
    } else if (/^…\d?$/u.test(chunk)) {
      parts.push({ kind: 'gap', most: Number(chunk.slice(1) || 4) })
    } else {
      const part = readWord(chunk, ordinal)
      parts.push(part)
      if (part.inflected) ordinal++
    }
  }
  return [parts, ordinal]
}

/** The options of one bracket count their `~` alike: what follows them does not depend on which was matched. */
function readBracket(written: string, lists: Lists, first: number): readonly [Part, number] {
  const [head = '', ...names] = written.split('.')
  const name = head.replace(/#\d$/, '')
  const slot = slotClasses.find(known => known === name)
  if (slot !== undefined) return [{ kind: 'slot', class: slot, id: head, tags: readTags(names, written) }, first]
  const list = written.startsWith('$') ? lists.get(written.slice(1)) : written
  if (list === undefined) throw new Error(`there is no list “${written}”`)
  const options = list.split('|').map(option => readParts(option, lists, first))
  return [
    { kind: 'choice', written, options: options.map(([parts]) => parts) },
    Math.max(...options.map(([, next]) => next)),
  ]
}

const word =
  /^(?<last>\(-\)|-(?=.))?(?<text>[^~]+?)(?<tilde>~(?<ordinal>\d?)(?<tags>(?:\.[a-zA-Z]+)*))?(?<first>\(-\)|(?<=.)-)?$/u

function readWord(chunk: string, ordinal: number): WordPart {
  const { last, text, tilde, ordinal: own, tags = '', first } = word.exec(chunk)?.groups ?? {}
  if (text === undefined || /[|()[\]]/u.test(text) || (last !== undefined && first !== undefined))
    throw new Error(`“${chunk}” cannot be read as a word`)
  return {
    kind: 'word',
    text: text.normalize('NFC'),
    inflected: tilde !== undefined,
    ordinal: tilde === undefined ? 0 : own ? Number(own) : ordinal,
    tags: readTags(tags.split('.').slice(1), chunk),
    joined: last !== undefined ? 'last' : first !== undefined ? 'first' : 'alone',
    aloneToo: last === '(-)' || first === '(-)',
  }
}
