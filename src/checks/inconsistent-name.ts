/** Niedersachsen, Nedre Sachsen and Lower Saxony in one text: one place, one name. */
import type { Check, Found } from './check.ts'
import { isAtHome, isPlain } from './names/context.ts'
import { fixOf, fixTo } from './names/fix.ts'
import { mentionsIn, type Mention } from './names/mentions.ts'
import { isPlace, type Name } from './names/name.ts'
import type { Reading } from './reading.ts'

/** The form that a mention is one of, whatever its case, its genitive and its hyphens. */
function formOf(reading: Reading, { from, to, genitive }: Mention): string {
  const written = reading.text.slice(from, to).toLowerCase().normalize('NFC')
  return (genitive ? written.replace(/['’:]?s$/, '') : written).replace(/[\s‐‑]+/g, ' ')
}

const isRight = ({ how }: Mention): boolean => how === 'right' || how === 'tolerated' || how === 'joined'

/** Does it name what it seems to? */
function counts(reading: Reading, mention: Mention, name: Name): boolean {
  if (mention.names.length > 1 || mention.small || mention.doubtful || !(isPlace(name) || name.kind === 'person'))
    return false
  if (mention.how === 'half') return !isPlain(reading, mention)
  if (mention.how === 'foreign') return !isAtHome(reading, mention)
  // `norra Irland` is a part of Ireland
  if (mention.how === 'tolerated') return /^\p{Lu}/u.test(reading.text.slice(mention.from, mention.to))
  return isRight(mention)
}

/** Forms that may stand beside the others: the short name after the whole one. */
function stands(name: Name, form: string): boolean {
  const right = name.right.find(({ text }) => text.toLowerCase() === form)
  return right?.beside === true
}

interface Variant {
  readonly form: string
  readonly mentions: readonly Mention[]
}

/** The form the others are to follow: a right one, the most frequent, then the one to be preferred. */
function leader(name: Name, variants: readonly Variant[]): Variant | undefined {
  const rank = ({ form }: Variant): number => {
    const at = name.right.findIndex(({ text }) => text.toLowerCase() === form)
    return at < 0 ? name.right.length : at
  }
  return variants
    .filter(({ mentions }) => mentions.some(isRight))
    .toSorted((a, b) => b.mentions.length - a.mentions.length || rank(a) - rank(b))[0]
}

function* minority(reading: Reading, name: Name, mentions: readonly Mention[]): Generator<Found> {
  const variants = Array.from(
    Map.groupBy(mentions, mention => formOf(reading, mention)),
    ([form, own]): Variant => ({ form, mentions: own }),
  ).filter(({ form }) => !stands(name, form))
  if (variants.length < 2) return
  const lead = leader(name, variants)
  const to = name.right.find(({ text }) => text.toLowerCase() === lead?.form)?.text
  const others = variants.filter(variant => variant !== lead)
  for (const mention of others.flatMap(variant => variant.mentions)) {
    const fixed = to === undefined ? fixOf(reading, mention) : fixTo(mention, to)
    const found = reading.text.slice(mention.from, mention.to)
    const other = to ?? name.right[0].text
    yield {
      ...fixed,
      message: {
        sv: `”${found}” är det som på andra ställen heter ${other}: ett namn räcker.`,
        en: `“${found}” is what is called ${other} elsewhere: one name is enough.`,
      },
    }
  }
}

export const inconsistentName: Check = {
  id: 'inconsistent-name',
  family: 'names',
  category: 'terminology/inconsistent',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Samma plats under flera namn', en: 'One place under several names' },
  why: {
    sv: 'Texten kallar samma plats vid olika namn, så att läsaren tror att det är flera. Välj den svenska formen; finns det två (Sachsen och Saxen), håll fast vid en.',
    en: 'The text calls one place by different names, so that the reader takes it for several. Choose the Swedish form; where there are two (Sachsen and Saxen), keep to one.',
  },
  examples: [
    'LKA Niedersachsen varnar. I [Nedre Sachsen→Niedersachsen] och [Lower Saxony→Niedersachsen] ökar brotten.',
    'Sachsen växer, och Sachsens ekonomi. I [Saxen→Sachsen] är folk glada.',
    'Flyget till Peking landade. Från Peking går tåg; [Beijings→Pekings] flygplats är stor.',
    'Sachsen växer, och Sachsens ekonomi är stark i Sachsen.',
    'I Frankfurt am Main regnar det. Frankfurt är stort. USA, Förenta staterna och Nederländerna (Holland).',
  ],
  *find(reading): Iterable<Found> {
    const byName = new Map<Name, Mention[]>()
    for (const mention of mentionsIn(reading)) {
      const name = mention.names[0]
      if (name === undefined || !counts(reading, mention, name)) continue
      const own = byName.get(name)
      if (own === undefined) byName.set(name, [mention])
      else own.push(mention)
    }
    const found = [...byName].flatMap(([name, mentions]) =>
      mentions.length < 2 ? [] : [...minority(reading, name, mentions)],
    )
    yield* found.sort((a, b) => a.from - b.from)
  },
}
