import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

const weekdays = new Set('måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '))
const dayparts = new Map([
  ['morgon', 'morgonen'],
  ['förmiddag', 'förmiddagen'],
  ['eftermiddag', 'eftermiddagen'],
  ['kväll', 'kvällen'],
  ['natt', 'natten'],
])

/** Past in form, but of something still to come: `mötet väntades på måndag`. */
const ahead = new Set(
  `skulle kunde ville måste borde fick var väntades väntade planerades planerade bestämdes bestämde beslutades beslutade flyttades sköts bokades
 tänkte lovade hoppades ämnade avsåg ställdes inbjöds bjöds anmäldes utlystes sattes kallades`.split(/\s+/),
)

/** Where another clause begins or the sentence is cut. */
const cuts = new Set(
  'att som om när då medan eftersom innan sedan och men eller utan där vilket vilka inför till från sen tills efter före sedan'.split(
    ' ',
  ),
)

/** How far the verb may be from the day. */
const reach = 14

/** Is this a verb of the past? `kolliderade` is a participle too, `greps` a genitive: beside a day they are not. */
function isPast(reading: Reading, token: Token): boolean {
  if (ahead.has(token.lower)) return false
  const { analyses } = reading.word(token)
  const others = analyses.filter(({ tags }) => !has(tags, tag.verb | tag.past))
  return (
    others.length < analyses.length &&
    others.every(
      ({ tags }) => (tags & (tag.participle | tag.genitive | tag.masculine)) !== 0 && (tags & tag.verb) === 0,
    )
  )
}

const isSupineAfterHar = (reading: Reading, token: Token): boolean =>
  reading.tokens[token.index - 1]?.lower === 'har' &&
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.verb | tag.supine))

/** Does the clause around tell of the past? `by`: 1 looks after the day, -1 before it. */
function tellsPast(reading: Reading, from: Token, by: 1 | -1): boolean {
  for (let i = 1; i <= reach; i++) {
    const token = reading.tokens[from.index + by * i]
    if (token === undefined || token.sentence !== from.sentence || token.kind === 'sign' || cuts.has(token.lower))
      return false
    if (isPast(reading, token) || isSupineAfterHar(reading, token)) return true
    // a finite verb of another time settles it
    if (ahead.has(token.lower) || reading.word(token).analyses.some(({ tags }) => has(tags, tag.verb | tag.present)))
      return false
  }
  return false
}

export const weekdayPast: Check = {
  id: 'weekday-past',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Kommande dag om något som har hänt', en: 'A day to come for what has happened' },
  why: {
    sv: '”På lördag” är den lördag som kommer. Om det som har hänt heter det ”i lördags”, ”på lördagen” eller ”på lördagskvällen” (Språkriktighetsboken, Svenska Akademiens grammatik om tidsadverbial). Tyskans ”am Samstag” och engelskans ”on Saturday” är båda.',
    en: '“På lördag” is the Saturday to come. Of what has happened Swedish says “i lördags”, “på lördagen” or “på lördagskvällen” (Svenska Akademiens grammatik). German “am Samstag” and English “on Saturday” are both.',
  },
  examples: [
    'Laget har vunnit derbyt [på lördag eftermiddag→på lördagseftermiddagen].',
    '[På tisdag morgon→På tisdagsmorgonen] kolliderade två bilar.',
    'Mötet hölls [på måndag→i måndags|på måndagen] i Hannover.',
    'Beslutet väntas på måndag.',
    'Hon sade att matchen spelas på lördag.',
    'Mötet skulle hållas på måndag.',
    'I lördags vann laget, och på söndag möts de igen.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const day of tokens) {
      const preposition = tokens[day.index - 1]
      if (!weekdays.has(day.lower) || preposition?.lower !== 'på' || preposition.sentence !== day.sentence) continue
      const next = tokens[day.index + 1]
      const part = next?.sentence === day.sentence ? dayparts.get(next.lower) : undefined
      const last = part !== undefined && next !== undefined ? next : day
      if (!tellsPast(reading, preposition, -1) && !(preposition.opens && tellsPast(reading, last, 1))) continue
      const [på, i] = preposition.opens ? ['På', 'I'] : ['på', 'i']
      yield {
        from: preposition.from,
        to: last.to,
        fixes: part === undefined ? [`${i} ${day.lower}s`, `${på} ${day.lower}en`] : [`${på} ${day.lower}s${part}`],
        message: {
          sv: `”${reading.text.slice(preposition.from, last.to).toLowerCase()}” är den som kommer, men meningen berättar om något som har hänt.`,
          en: `“${reading.text.slice(preposition.from, last.to).toLowerCase()}” is the one to come, but the sentence tells of what has happened.`,
        },
      }
    }
  },
}
