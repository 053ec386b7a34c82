/** Swedish as it comes: the forms that the dictionary and the lexicon both know, as often as they are attested. */
import { readFileSync } from 'node:fs'
import { lexiconBytes, loadLexicon } from '../../src/checks/lexicon/load.ts'
import type { Random } from './diff-text.ts'

export interface SwedishWords {
  /** any word, the frequent ones often: some 165,000 in all */
  readonly any: () => string
  /** one that is not everywhere: fewer than thirty in a million */
  readonly content: () => string
}

const letters = /^[a-zåäö]{2,}$/
const everywhere = 4.5

/** Forms with their Zipf values, the most frequent first. */
function attestedForms(): readonly (readonly [form: string, zipf: number])[] {
  const lexicon = loadLexicon(lexiconBytes())
  const zipf = (form: string): number => lexicon.word(form).zipf('sv')
  const dictionary = readFileSync(new URL('../../node_modules/dictionary-sv/index.dic', import.meta.url), 'utf8')
  const stems = dictionary.split('\n').flatMap(line => line.split('/')[0] ?? [])
  const known = stems.filter(stem => letters.test(stem) && zipf(stem) > 0)
  const forms = new Set(known.flatMap(stem => [stem, ...lexicon.forms(stem).map(({ text }) => text)]))
  return [...forms]
    .filter(form => letters.test(form))
    .map(form => [form, zipf(form)] as const)
    .filter(([, z]) => z > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}

/** Takes three seconds to make. */
export function swedishWords(random: Random): SwedishWords {
  const forms = attestedForms()
  const cumulative = new Float64Array(forms.length)
  let sum = 0
  for (const [rank, [, zipf]] of forms.entries()) cumulative[rank] = sum += 10 ** zipf
  const firstContent = forms.findIndex(([, zipf]) => zipf < everywhere)
  const draw = (least: number): string => {
    const below = cumulative[least - 1] ?? 0
    const target = below + random() * (sum - below)
    let [low, high] = [least, forms.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return forms[low]?.[0] ?? ''
  }
  return { any: () => draw(0), content: () => draw(firstContent) }
}
