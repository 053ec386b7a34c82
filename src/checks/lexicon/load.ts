/** Opens the committed lexicon (`scripts/lexicon/build.ts` makes it). Some 100 ms, so it is kept. */
import { readFileSync } from 'node:fs'
import { Automaton } from './automaton.ts'
import { decompress, unpackFile, type Unpacked } from './file.ts'
import { attested, type Lexicon } from './lexicon.ts'
import { Dictionary, type Readings, type Turn } from './dictionary.ts'

interface Data {
  readonly alphabets: { readonly swedish: string; readonly foreign: string }
  readonly readings: readonly Readings[]
  readonly paradigms: readonly (readonly Turn[])[]
}

const automaton = (file: Unpacked, name: 'swedish' | 'foreign', alphabet: string): Automaton =>
  new Automaton({
    alphabet,
    label: file.column(`${name}-label`, 'u8'),
    target: file.column(`${name}-target`, 'u32'),
    mark: file.column(`${name}-mark`, 'u8'),
    skip: file.column(`${name}-skip`, 'u32'),
  })

let bytes: SharedArrayBuffer | undefined
let opened: Lexicon | undefined

/** The lexicon as bytes that another thread can open: 33 MB, there once for all. */
export const lexiconBytes = (): SharedArrayBuffer =>
  (bytes ??= decompress(readFileSync(new URL('../data/lexicon.bin', import.meta.url))))

/** @param shared the bytes of another thread, where this is one of several */
export function loadLexicon(shared?: SharedArrayBuffer): Lexicon {
  bytes ??= shared
  return (opened ??= open())
}

function open(): Lexicon {
  const file = unpackFile(lexiconBytes())
  const { alphabets, readings, paradigms } = file.data as Data
  return new Dictionary({
    swedish: automaton(file, 'swedish', alphabets.swedish),
    foreign: automaton(file, 'foreign', alphabets.foreign),
    reading: file.column('reading', 'u16'),
    paradigm: file.column('paradigm', 'u16'),
    dictionary: file.column('dictionary', 'u8'),
    zipf: Object.fromEntries(attested.map(language => [language, file.column(language, 'u8')])),
    readings,
    paradigms,
  })
}
