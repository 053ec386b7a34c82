import type { Check, Found, Said } from './check.ts'
import type { Remembered } from './wording.ts'
import { wordingHits } from './phrases/wordings.ts'
import type { Reading } from './reading.ts'
import { standsAlike } from './remembered/alike.ts'
import { standsNear } from './remembered/near.ts'
import { verbatimHits, type RememberedHit } from './remembered/verbatim.ts'
import type { Span } from '../text/span.ts'

const times = (n: number): Said => (n === 1 ? { sv: 'en gång', en: 'once' } : { sv: `${n} gånger`, en: `${n} times` })

const inArticles = (n: number): Said =>
  n === 1 ? { sv: 'i en artikel', en: 'in one article' } : { sv: `i ${n} artiklar`, en: `in ${n} articles` }

/** Why the memory speaks: how often, where, and who. */
function told({ preferred, corrections, articles, declined, by, pinned }: Remembered): Said {
  const [often, where, refused] = [times(corrections), inArticles(articles), times(declined)]
  const sv = {
    became: preferred === '' ? 'Har strukits' : `Har rättats till ”${preferred}”`,
    rule: preferred === '' ? `Stryks enligt en regel av ${by}` : `Skriv ”${preferred}” enligt en regel av ${by}`,
  }
  const en = {
    became: preferred === '' ? 'Has been deleted' : `Has been corrected to “${preferred}”`,
    rule: preferred === '' ? `Deleted by a rule of ${by}` : `Write “${preferred}” by a rule of ${by}`,
  }
  const was: Said = {
    sv: `${often.sv} ${where.sv}`,
    en: `${often.en} ${where.en}`,
  }
  const basis: Said = pinned
    ? {
        sv: corrections === 0 ? `${sv.rule}.` : `${sv.rule}; har rättats så ${was.sv}.`,
        en: corrections === 0 ? `${en.rule}.` : `${en.rule}; corrected so ${was.en}.`,
      }
    : { sv: `${sv.became} ${was.sv}, senast av ${by}.`, en: `${en.became} ${was.en}, last by ${by}.` }
  if (declined === 0) return basis
  return { sv: `${basis.sv} Avfärdat ${refused.sv}.`, en: `${basis.en} Dismissed ${refused.en}.` }
}

/** Are the words of both sides told apart by more than inflection can follow? Signs, and more words or fewer, are kept as they were. */
function isInflected({ preferred, variants }: Remembered): boolean {
  const count = (text: string): number => (/^[\p{L}\p{M}\p{N}:’'-]+( [\p{L}\p{M}\p{N}:’'-]+)*$/u.test(text) ? text.split(' ').length : 0)
  const [now, ...before] = [count(preferred), ...variants.map(count)]
  return now > 0 && before.every(words => words === now || (words > 0 && now === 1) || (words === 1 && now <= 2))
} // prettier-ignore

const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

const holds = (reading: Reading, span: Span, of: Remembered): boolean =>
  (of.near.length === 0 || standsNear(reading, span, of.near)) &&
  (of.alike === null || standsAlike(reading, span, of, of.alike))

/** Those of other forms than the one that was corrected: each of the variants' wordings with its likeliest fix. */
function inflectedHits(reading: Reading, memory: readonly Remembered[]): readonly RememberedHit[] {
  const first = new Map(memory.filter(isInflected).map(of => [`${of.variants.join('\n')} ${of.alike === null}`, of]).toReversed() as [string, Remembered][])
  const lists = Map.groupBy(first.values(), ({ alike }) => alike === null)
  return [true, false].flatMap(everywhere =>
    wordingHits(reading, lists.get(everywhere) ?? []).flatMap(({ from, to, fixes: [fix], of }) =>
      fix === undefined ? [] : [{ from, to, fix, of }],
    ),
  )
} // prettier-ignore

/** More ways to write the same words are not offered. */
const mostFixes = 5

export const memory: Check = {
  id: 'memory',
  family: 'memory',
  category: 'terminology/wrong-term',
  severity: 'minor',
  confidence: 0.8,
  title: { sv: 'Har rättats förut', en: 'Corrected before' },
  why: {
    sv: 'Det som har rättats i en artikel hittas i alla andra, i samma form och i andra. Ord som ofta är rätt hittas bara där det som står omkring dem liknar ett ställe som har rättats, tills flera artiklar är överens. Varje avfärdande gör minnet tystare. Under Rättelser kan en regel nålas fast, ändras, begränsas eller tas ur bruk.',
    en: 'What was corrected in one article is found in all others, in the same form and in others. Words that often are right are found only where what stands around them is like a place that was corrected, until several articles agree. Each dismissal makes the memory quieter. Under Corrections a rule can be pinned, edited, limited or retired.',
  },
  examples: [
    {
      text: 'I [Lower Sachsens→Niedersachsens] polis och ett [Lower Sachsen-baserat→Niedersachsen-baserat] företag i Niedersachsen.',
      memory: [rule('Lower Sachsen', 'Niedersachsen')],
    },
    {
      text: 'Fall av [sexuell trakasserier→sexuella trakasserier].',
      memory: [rule('sexuell trakasserier', 'sexuella trakasserier')],
    },
    {
      text: '[Statspolispresidenten→Delstatens polischef] talade.',
      memory: [rule('statspolispresidenten', 'delstatens polischef')],
    },
    {
      text: 'Polisen fick 17 [anbud→registreringar] om stulna cyklar.',
      memory: [
        rule('anbud', 'registreringar', {
          alike: [{ before: 'polisen har fått in 300 ', after: ' om stulna mopeder' }],
        }),
      ],
    },
    {
      text: 'Kommunen fick tre anbud på skolan.',
      memory: [
        rule('anbud', 'registreringar', {
          alike: [{ before: 'polisen har fått in 300 ', after: ' om stulna mopeder' }],
        }),
      ],
    },
    {
      text: 'En dag i juni.\nEfter olyckan på motorvägen stod en [kö→bilkö].\nVid kassan stod en kö.',
      memory: [rule('kö', 'bilkö', { near: ['motorväg'], pinned: true })],
    },
    {
      text: 'De har [rubriken→titeln|överskriften] klar.',
      memory: [rule('rubriken', 'titeln'), rule('rubriken', 'överskriften')],
    },
    { text: 'Ort och tid:[ DetailsOrt→] Hannover.', memory: [rule('DetailsOrt', '')] },
  ],
  *find(reading) {
    if (reading.memory.length === 0) return
    const verbatim = verbatimHits(reading, reading.memory).filter(hit => holds(reading, hit, hit.of))
    const inflected = inflectedHits(reading, reading.memory).filter(
      hit => holds(reading, hit, hit.of) && !verbatim.some(other => overlaps(hit, other)),
    )
    const places = Map.groupBy([...verbatim, ...inflected], ({ from, to }) => `${from} ${to}`)
    const found = [...places.values()].flatMap(([first, ...others]): readonly Found[] => {
      if (first === undefined) return []
      const { from, to, of } = first
      const fixes = [...new Set([first, ...others].map(({ fix }) => fix))].slice(0, mostFixes)
      return [{
        from, to, fixes, message: told(of), confidence: of.confidence,
        ...(of.id === undefined ? {} : { about: of.id }),
        ...(of.category === undefined ? {} : { category: of.category }),
        ...(of.severity === undefined ? {} : { severity: of.severity }),
      }] // prettier-ignore
    })
    yield* found.sort((a, b) => a.from - b.from)
  },
}

/** One that was corrected once, for the examples. */
function rule(variant: string, preferred: string, more: Partial<Remembered> = {}): Remembered {
  return {
    variants: [variant],
    preferred,
    confidence: 0.85,
    corrections: 1,
    articles: 1,
    declined: 0,
    by: 'Anna Ek',
    pinned: false,
    near: [],
    alike: null,
    ...more,
  }
}
