import { edit, join, paragraphOf, randomBy, rearrange, textOf, wordSource } from './diff-text.ts'

export interface Case {
  readonly name: string
  readonly words: number
  readonly a: string
  readonly b: string
}

export interface Choice {
  readonly words: readonly number[]
  readonly edits: readonly number[]
  readonly shapes: readonly string[]
  readonly seed: number
}

/** The cases one after another, made when asked for: the largest take some hundred megabytes together. */
export function* casesOf(choice: Choice): Generator<Case> {
  const random = randomBy(choice.seed)
  const word = wordSource(random)
  const wants = (shape: string): boolean => choice.shapes.includes(shape)
  for (const words of choice.words) {
    for (const percent of choice.edits) {
      const text = textOf(words, random, word)
      const edited = edit(text, percent / 100, random, word)
      const name = `${words.toLocaleString('en')} words, ${percent} %`
      if (wants('plain')) yield { name, words, a: join(text), b: join(edited) }
      if (wants('moved')) {
        yield { name: `${name}, moved split merged`, words, a: join(text), b: join(rearrange(edited, random)) }
      }
    }
  }
  if (wants('line')) {
    const line = [paragraphOf(165_000, random, word)]
    for (const percent of choice.edits) {
      const b = join(edit(line, percent / 100, random, word))
      yield { name: `a 1 MB line, ${percent} %`, words: 165_000, a: join(line), b }
    }
  }
  if (wants('rewritten')) {
    for (const words of choice.words.filter(each => each <= 50_000)) {
      const name = `${words.toLocaleString('en')} words, rewritten`
      yield { name, words, a: join(textOf(words, random, word)), b: join(textOf(words, random, word)) }
    }
  }
  if (wants('kinds')) {
    const kinds = Array.from({ length: 50 }, () => paragraphOf(12, random, word))
    const any = (): (typeof kinds)[number] => kinds[Math.floor(random() * kinds.length)]!
    const text = Array.from({ length: 20_000 }, any)
    const changed = text.flatMap(each => (random() < 0.9 ? [each] : random() < 0.5 ? [] : [any(), each]))
    yield { name: '20,000 paragraphs of 50 kinds, 10 %', words: 240_000, a: join(text), b: join(changed) }
  }
}
