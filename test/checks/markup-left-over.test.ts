import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { markupLeftOver } from '../../src/checks/markup-left-over.ts'
import { readText } from '../../src/checks/reading.ts'
import { unbalancedBrackets } from '../../src/checks/unbalanced-brackets.ts'
import type { Check } from '../../src/checks/check.ts'

/** Brackets of their own are what the notation of examples cannot hold. */
const found = (check: Check, text: string): readonly (readonly [string, readonly string[]])[] =>
  Array.from(check.find(readText(text, loadLexicon())), ({ from, to, fixes }) => [text.slice(from, to), fixes] as const)

test('a Markdown link gives its words, a tag in square brackets goes', () => {
  expect(found(markupLeftOver, 'Enligt [polisen](https://polisen.se/a) [b]brann[/b] det.')).toEqual([
    ['[polisen](https://polisen.se/a)', ['polisen']],
    ['[b]', ['']],
    ['[/b]', ['']],
  ])
})

test('what an editor has put in square brackets is no markup', () => {
  expect(found(markupLeftOver, '”Han [ministern] är borta”, se not [3] (Berlin).')).toEqual([])
})

test('square brackets have partners too', () => {
  expect(found(unbalancedBrackets, '”Han [ministern är borta”, sade hon (glad).')).toEqual([['[', []]])
  expect(found(unbalancedBrackets, '”Han [ministern] är borta”.')).toEqual([])
})
