/** Hypotheses and references by seed: sentences of the corpus, and what a number of edits and moved words make of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './diff-text.ts'

export interface MetricSet {
  readonly name: string
  readonly hypotheses: readonly string[]
  readonly references: readonly string[]
}

/** The words of all articles that the app ships with, in their order. */
function corpusWords(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.txt'))
  return files.sort().flatMap(file => readFileSync(join(folder, file), 'utf8').split(/\s+/).filter(Boolean))
}

/** @param edits what share of the words is left out, replaced or added to; a third as many runs of up to four words are moved */
function edited(words: readonly string[], edits: number, random: Random, drawn: () => string): string[] {
  const made = words.flatMap(word => {
    if (random() >= edits) return [word]
    const kind = Math.floor(random() * 3)
    return kind === 0 ? [] : kind === 1 ? [drawn()] : [word, drawn()]
  })
  for (let moves = Math.round((edits * words.length) / 6); moves > 0 && made.length > 1; moves -= 1) {
    const from = Math.floor(random() * made.length)
    const moved = made.splice(from, 1 + Math.floor(random() * 4))
    made.splice(Math.floor(random() * (made.length + 1)), 0, ...moved)
  }
  return made
}

/** @param folder the corpus */
export function metricSets(folder: string, sentences: number, random: Random): readonly MetricSet[] {
  const words = corpusWords(folder)
  const drawn = (): string => words[Math.floor(random() * words.length)] ?? ''
  const setOf = (name: string, edits: number, lengths: readonly number[]): MetricSet => {
    const references = lengths.map(length => {
      const from = Math.floor(random() * (words.length - length))
      return words.slice(from, from + length)
    })
    return {
      name,
      hypotheses: references.map(reference => edited(reference, edits, random, drawn).join(' ')),
      references: references.map(reference => reference.join(' ')),
    }
  }
  const lengths = Array.from({ length: sentences }, () => 5 + Math.floor(random() * 36))
  return [
    ...[0.1, 0.3, 0.6].map(edits => setOf(`${sentences} sentences, ${edits} edits`, edits, lengths)),
    ...[0.02, 0.1].map(edits => setOf(`one of 1,000 words, ${edits} edits`, edits, [1000])),
  ]
}
