/**
 * Makes src/checks/data/lexicon.bin, which is committed: `node scripts/lexicon/build.ts [FOLDER]`, where FOLDER keeps the packages
 * between runs. A minute or two, and a gigabyte of memory.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFile, type Column } from '../../src/checks/lexicon/file.ts'
import { buildAutomaton } from './automaton.ts'
import { readFrequencies } from './frequencies.ts'
import { allForms, readHunspell } from './hunspell.ts'
import { paradigmsOf } from './paradigms.ts'
import { dictionaryFolder, frequencyFile } from './sources.ts'

const cache = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'lexicon-'))
const isWord = /^[a-zà-öø-ÿāăąćčďđēėęěğīįłńňőœřśşšťūůűųźżž]['’:.a-zà-öø-ÿāăąćčďđēėęěğīįłńňőœřśşšťūůűųźżž-]*$/
const step = (what: string): void => console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}`)

/** Words in the order the automaton wants, each once. */
const sorted = (words: Iterable<string>): string[] => [...new Set(words)].sort((a, b) => (a < b ? -1 : 1))

step('Swedish: forms')
const swedish = paradigmsOf(readHunspell(dictionaryFolder(cache, 'sv')))
const attested = new Map([...readFrequencies(frequencyFile(cache, 'large_sv'))].filter(([word]) => isWord.test(word)))
const words = sorted([...swedish.forms.keys(), ...attested.keys()])
step(`Swedish: automaton of ${words.length} words, ${swedish.forms.size} of them the dictionary's`)
const swedishParts = buildAutomaton(words)
const column = (of: (word: string) => number): number[] => words.map(of)

/** Below these Zipf values (× 25) a language's list is mostly names and noise. */
const lists = { en: ['large_en', 45], de: ['large_de', 45], nb: ['large_nb', 40], da: ['small_da', 25], fr: ['large_fr', 60], nl: ['large_nl', 60] } as const // prettier-ignore
const frequencies = new Map<string, Map<string, number>>()
for (const [language, [list, least]] of Object.entries(lists))
  frequencies.set(
    language,
    new Map(
      [...readFrequencies(frequencyFile(cache, list))].filter(([word, zipf]) => zipf >= least && isWord.test(word)),
    ),
  )
const dictionary = new Map<string, number>()
const bits = { en: 1, de: 2, da: 4, fr: 8 } as const
/** Set beside a language's bit where its dictionary has the word in small letters: a name it is not only. */
const small = 4
for (const [language, bit] of Object.entries(bits)) {
  step(`Foreign: dictionary of ${language}`)
  for (const form of allForms(readHunspell(dictionaryFolder(cache, language as keyof typeof bits)))) {
    const word = form.toLowerCase().normalize('NFC')
    if (isWord.test(word))
      dictionary.set(word, (dictionary.get(word) ?? 0) | bit | (form === form.toLowerCase() ? bit << small : 0))
  }
}
const foreign = sorted([...dictionary.keys(), ...[...frequencies.values()].flatMap(list => [...list.keys()])])
step(`Foreign: automaton of ${foreign.length} words`)
const foreignParts = buildAutomaton(foreign)

const columns: Record<string, Column> = {
  reading: Uint16Array.from(column(word => swedish.forms.get(word) ?? 0)),
  paradigm: Uint16Array.from(column(word => swedish.lemmas.get(word) ?? 0)),
  sv: Uint8Array.from(column(word => attested.get(word) ?? 0)),
  dictionary: Uint8Array.from(foreign.map(word => dictionary.get(word) ?? 0)),
}
for (const [language, list] of frequencies)
  columns[language] = Uint8Array.from(foreign.map(word => list.get(word) ?? 0))
for (const [name, { label, target, mark, skip }] of Object.entries({ swedish: swedishParts, foreign: foreignParts })) {
  Object.assign(columns, {
    [`${name}-label`]: label,
    [`${name}-target`]: target,
    [`${name}-mark`]: mark,
    [`${name}-skip`]: skip,
  })
}
const data = {
  alphabets: { swedish: swedishParts.alphabet, foreign: foreignParts.alphabet },
  readings: swedish.readings,
  paradigms: swedish.paradigms,
}
step('packing')
const packed = packFile(data, columns)
writeFileSync(new URL('../../src/checks/data/lexicon.bin', import.meta.url), packed)
step(`${packed.length} bytes; ${swedish.readings.length} sets of readings, ${swedish.paradigms.length} paradigms`)
