/** `Quellen`, `Read more`, `DetailsOrt`: what stands around an article on its page. */
import type { Check, Found, Said } from './check.ts'
import { readRows } from './data/read.ts'
import type { Reading, Token } from './reading.ts'

interface Furniture {
  readonly words: readonly string[]
  readonly swedish: string
  readonly kind: string
}

const furniture = readRows('page-furniture.tsv').map(([text = '', swedish = '', kind = '']): Furniture => ({
  words: text.split(' '),
  swedish: swedish === '-' ? '' : swedish,
  kind,
}))

/** By their first word; the longer first. */
const byFirst = Map.groupBy(
  furniture.toSorted((a, b) => b.words.length - a.words.length),
  ({ words }) => words[0]?.toLowerCase() ?? '',
)
const single = new Map(furniture.filter(({ words }) => words.length === 1).map(one => [one.words[0] ?? '', one]))
/** What a small letter may follow without a space: `Quellenlka-niedersachsen`. */
const prefixes = furniture
  .filter(({ words, kind }) => words.length === 1 && kind === 'any')
  .map(({ words }) => words[0] ?? '')

/** A text in another language has its furniture in order. */
const capital = /^\p{Lu}/u

function* matchesAt({ tokens }: Reading, token: Token): Generator<{ readonly item: Furniture; readonly last: Token }> {
  for (const item of byFirst.get(token.lower) ?? []) {
    if (item.kind === 'part') continue
    const last = tokens[token.index + item.words.length - 1]
    if (last === undefined) continue
    const same = item.words.every((word, i) => tokens[token.index + i]?.lower === word.toLowerCase())
    if (same) yield { item, last }
  }
}

/** Does it fill its line, or stand as a label before a colon at the beginning of its sentence? */
function isLabel({ tokens, sentences, paragraphs }: Reading, token: Token, last: Token): boolean {
  const sentence = sentences[token.sentence]
  const paragraph = paragraphs[sentence?.paragraph ?? -1]
  if (sentence === undefined || paragraph === undefined) return false
  const [before, after] = [tokens[token.index - 1], tokens[last.index + 1]]
  const begins = token.index === sentence.first || before?.text === '(' || before?.text === '|'
  const within = after !== undefined && after.from < paragraph.to
  const alone = after?.text === '.' && after.index === sentence.end - 1
  return begins && (after?.text === ':' || alone || (!within && (before?.to ?? 0) <= paragraph.from))
}

/** The Swedish of words run together: `DetailsOrt`; null where it is something else. */
function apart(token: Token): string | null {
  const parts = token.text.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  if (parts.length < 2) return null
  const items = parts.map(part => single.get(part))
  const surely = items.some((item, i) => item?.kind === 'any' || (item?.kind === 'part' && (i === 0 || items[i - 1])))
  if (!surely) return null
  return parts
    .map((part, i) => items[i]?.swedish ?? part)
    .filter(part => part !== '')
    .join(' ')
}

const said = (words: string): Said => ({
  sv: `”${words}” är en etikett eller knapp från webbsidan runt artikeln, oöversatt eller hopskriven.`,
  en: `“${words}” is a label or button of the web page around the article, untranslated or run together.`,
})

export const pageFurniture: Check = {
  id: 'page-furniture',
  family: 'residue',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.95,
  title: { sv: 'Rester av webbsidan', en: 'Furniture of the web page' },
  why: {
    sv: 'Etiketter, knappar och rutor runt artikeln har följt med, oöversatta eller hopskrivna. Översätt dem eller stryk dem.',
    en: 'Labels, buttons and boxes around the article have come along, untranslated or run together. Translate or delete them.',
  },
  examples: [
    'Dessutom [DetailsOrt→Ort] Lüneburg [Quellen→Källor] polisen',
    '[Quellen→Källor ]lka-niedersachsen.de',
    '[Quelle→Källa]: Polisen i Lüneburg',
    '[Mehr zum Thema→Mer i ämnet]',
    '[Read more→Läs mer]: Så gick valet',
    '[VorfallUhrzeit→Händelse Klockslag] 14.30',
    '([Symbolbild→Genrebild]: AFP)',
    '[Les også→Läs också]: Brann i Oslo',
    'Hon vill läsa mer på Youtube, Linkedin och McDonald’s i PayPal.',
    'Detaljer om orten kommer senare.',
    'De sålde Quelle till Otto.',
    '[Symbolbild→Genrebild]. Filmen Share visas i dag.',
  ],
  *find(reading): Iterable<Found> {
    let done = 0
    for (const token of reading.tokens) {
      if (token.from < done || token.kind !== 'word' || !capital.test(token.text)) continue
      for (const { item, last } of matchesAt(reading, token)) {
        if (item.kind !== 'any' && !isLabel(reading, token, last)) continue
        yield {
          from: token.from,
          to: last.to,
          fixes: [item.swedish],
          message: said(reading.text.slice(token.from, last.to)),
        }
        done = last.to
        break
      }
      if (done > token.from) continue
      const swedish = apart(token)
      if (swedish !== null) yield { from: token.from, to: token.to, fixes: [swedish], message: said(token.text) }
      else yield* gluedTo(reading, token)
    }
  },
}

/** Furniture that the next word, most often an address, was run together with. */
function* gluedTo(reading: Reading, token: Token): Generator<Found> {
  const prefix = prefixes.find(one => token.text.startsWith(one) && token.text.length > one.length + 1)
  if (prefix === undefined) return
  const word = reading.word(token)
  if (word.common || word.name || word.compound !== null || word.in('de') || word.zipf('de') > 0) return
  const item = single.get(prefix)
  if (item !== undefined)
    yield { from: token.from, to: token.from + prefix.length, fixes: [`${item.swedish} `], message: said(prefix) }
}
