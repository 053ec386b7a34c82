/** Swedish for a Norwegian or Danish word by the letters in which the spellings differ: `undersøkelsen` is `undersökelsen`, `aksjon` `aktion`. */
import type { Lexicon } from '../lexicon/lexicon.ts'

/** Which letters stand for which, of those that may be rewritten; the longest first. */
const rewritings: readonly (readonly [RegExp, readonly string[]])[] = [
  // stems
  [/venstre/y, ['vänster']],
  [/forel[dt]?dre|forældre/y, ['föräldra', 'föräldrar']],
  [/menneske/y, ['människa', 'människo', 'mänsk']],
  [/kunst/y, ['konst']],
  [/hjem(?=m?)/y, ['hem']],
  [/hjelp|hjælp/y, ['hjälp']],
  [/uten|uden/y, ['utan', 'utom']],
  [/utvikl|udvikl/y, ['utveckl']],
  [/plass|plads/y, ['plats']],
  [/syk|syg/y, ['sjuk']],
  [/vest/y, ['väst', 'vest']],
  [/spill/y, ['spel']],
  [/rett|ret(?=t?)/y, ['rätt', 'rett', 'ret']],
  [/lett/y, ['lätt', 'lett']],
  [/gjen|gen(?=[^t])/y, ['åter', 'gen']],
  [/åpen|åben/y, ['öppen']],
  [/verdens/y, ['världs']],
  [/likestill|ligestill/y, ['jämställ']],
  [/skrift/y, ['skrift']],
  // letters
  [/ssjon/y, ['ssion']],
  [/sjon/y, ['tion', 'sion']],
  [/asje/y, ['age']],
  [/skj/y, ['sk', 'stj', 'skj']],
  [/^hv/y, ['v']],
  [/^gj/y, ['g']],
  [/kj/y, ['k', 'tj']],
  [/over/y, ['över', 'over']],
  [/etter|^efter/y, ['efter']],
  [/^frem/y, ['fram', 'frem']],
  [/^inn(?=[^aeiouyæøå])|^ind(?=[^aeiouyæøå])/y, ['in']],
  [/^opp|^op(?=[^aeiouyæøåp])/y, ['upp']],
  [/^ud/y, ['ut']],
  [/^af/y, ['av']],
  [/^u(?=for|af|av|be|in|ov|vi|ve|vanl|ens|er|ge|kj|kl|kn|mu|na|nø|po|re|sa|si|sk|so|sy|ti|tr|å)/y, ['o', 'u']],
  [/for/y, ['för', 'for']],
  [/hed(?=$|en|er)/y, ['het']],
  [/øen$/y, ['ön']],
  [/øy/y, ['ö', 'öj']],
  [/ei/y, ['e', 'ä']],
  [/kk/y, ['ck', 'kk']],
  [/ks/y, ['x', 'ks']],
  [/ø/y, ['ö']],
  [/æ/y, ['ä', 'e']],
  [/ende$/y, ['ande', 'ende']],
  [/erne$/y, ['arna', 'erna']],
  [/ene$/y, ['en', 'arna', 'erna', 'orna']],
  [/ere$/y, ['are']],
  [/er$/y, ['er', 'ar', 'or', 'are']],
  [/et$/y, ['et', 'at', 'ad']],
  [/te$/y, ['ade', 'te', 'de']],
  [/e$/y, ['a', 'e']],
]

/** More candidates than this are not tried. */
const most = 160
/** What is rarer in Swedish is no good guess. */
const leastZipf = 2.4
const shortest = 5
const longest = 40

function candidates(word: string): readonly string[] {
  let open: readonly { readonly at: number; readonly text: string }[] = [{ at: 0, text: '' }]
  const done: string[] = []
  while (open.length > 0 && done.length + open.length <= most) {
    const next: { at: number; text: string }[] = []
    for (const { at, text } of open) {
      if (at === word.length) {
        done.push(text)
        continue
      }
      const rule = rewritings.find(([from]) => {
        from.lastIndex = at
        return from.test(word)
      })
      if (rule === undefined) next.push({ at: at + 1, text: text + word.charAt(at) })
      else for (const to of rule[1]) next.push({ at: rule[0].lastIndex, text: text + to })
    }
    open = next
  }
  return done
}

/** The likeliest first, three at most. @param word lower-cased */
export function nordicSpelling(word: string, lexicon: Lexicon): readonly string[] {
  if (word.length < shortest || word.length > longest) return []
  return candidates(word)
    .filter(text => text !== word)
    .map(text => lexicon.word(text))
    .filter(known => known.common && known.zipf('sv') >= leastZipf)
    .toSorted((a, b) => b.zipf('sv') - a.zipf('sv'))
    .slice(0, 3)
    .map(({ text }) => text)
}
