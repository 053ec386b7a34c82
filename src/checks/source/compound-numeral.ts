/** One word that is a number, or begins with one: zweiunddreißig, femogtyve, trettiotvå, viereinhalb, zweijährig. */
import { remember } from './memo.ts'
import type { Vocabulary } from './vocabulary.ts'

/** No numeral that a newspaper writes is longer; what is, is not taken apart. */
const longest = 50

const joiner = /^(.{2,12}?)(?:und|og)(.+)$/
const linked = /^(?:und|och|og)/

function atom(word: string, { numerals }: Vocabulary): number | null {
  const kinds = numerals.get(word)
  return kinds?.get('cardinal') ?? kinds?.get('hundred') ?? kinds?.get('thousand') ?? kinds?.get('mixed') ?? null
}

/** Parts around `hundra`, `tusen`: what stands before multiplies, what stands after is added. */
function around(word: string, vocabulary: Vocabulary): number | null {
  for (const [form, factor] of vocabulary.factors) {
    const at = word.indexOf(form)
    if (at < 0) continue
    const [before, after] = [word.slice(0, at), word.slice(at + form.length).replace(linked, '')]
    const [left, right] = [
      before === '' ? 1 : valueOf(before, vocabulary),
      after === '' ? 0 : valueOf(after, vocabulary),
    ]
    if (left !== null && right !== null && right < factor) return left * factor + right
  }
  return null
}

function valueOf(word: string, vocabulary: Vocabulary): number | null {
  const known = atom(word, vocabulary)
  if (known !== null) return known
  const larger = around(word, vocabulary)
  if (larger !== null) return larger
  if (word.endsWith('einhalb')) {
    const whole = valueOf(word.slice(0, -7), vocabulary)
    return whole === null ? null : whole + 0.5
  }
  for (const [form, value] of vocabulary.tens) {
    const one = word.startsWith(form) ? atom(word.slice(form.length), vocabulary) : null
    if (one !== null && one < 10) return value + one
  }
  const [, small = '', large = ''] = joiner.exec(word) ?? []
  const [one, ten] = [atom(small, vocabulary), atom(large, vocabulary)]
  return one !== null && ten !== null && one < 10 && ten >= 20 && ten < 100 ? one + ten : null
}

/** `trettioförsta`, `einunddreißigsten`: with the ordinal of its last part. */
function ordinalOf(word: string, vocabulary: Vocabulary): number | null {
  for (const [form, value] of vocabulary.tens) {
    const rest = word.startsWith(form) ? word.slice(form.length) : ''
    const kinds = vocabulary.numerals.get(rest)
    const one = kinds?.get('ordinal') ?? kinds?.get('loose')
    if (one !== undefined && one < 10) return value + one
  }
  const german = vocabulary.language === 'de' ? /^(.+?)ste[nrsm]?$/.exec(word)?.[1] : undefined
  return german === undefined ? null : valueOf(german, vocabulary)
}

const memories = new WeakMap<Vocabulary, (word: string) => number | null>()

function remembered(word: string, vocabulary: Vocabulary): number | null {
  const read = memories.get(vocabulary) ?? remember(one => valueOf(one, vocabulary) ?? ordinalOf(one, vocabulary))
  memories.set(vocabulary, read)
  return read(word)
}

/** The value of a word that is a cardinal number or a compound ordinal; null where it is neither. */
export const numeralValue = (word: string, vocabulary: Vocabulary): number | null =>
  word.length > longest || !vocabulary.heads.has(word.slice(0, 2)) ? null : remembered(word, vocabulary)

/** What a number is joined to in one word, in German and its northern neighbours. */
const tail =
  /^[a-zäöüåæøß]*(?:jährig|årig|åring|köpfig|stündig|tägig|wöchig|monatig|fach|faldig|mal|malig|teilig|prozentig|procentig|stöckig|spurig|filig|seitig|sidig|dubblad|delad|delt)/

/** The number that a longer word begins with: `zweijährig`, `tvårumslägenhet`. Uncertain: it explains, it accuses nobody. */
export function leadingNumeral(word: string, vocabulary: Vocabulary): number | null {
  if (word.length > longest || vocabulary.language === 'en' || !vocabulary.heads.has(word.slice(0, 2))) return null
  for (let end = Math.min(word.length - 3, 24); end >= 2; end--) {
    const [head, rest] = [word.slice(0, end), word.slice(end)]
    if (!vocabulary.numerals.has(head.slice(-4)) && !vocabulary.numerals.has(head) && !tail.test(rest)) continue
    const value = end >= 4 || tail.test(rest) ? valueOf(head, vocabulary) : null
    if (value !== null && value > 1) return value
  }
  return null
}
