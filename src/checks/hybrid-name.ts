/** `Lower Sachsen`, `Nedre Sachsen`, `Norra Rhen-Westfalen`: names of regions translated by halves. */
import type { Check, Found } from './check.ts'
import { isPlain } from './names/context.ts'
import { fixOf } from './names/fix.ts'
import { mentionsIn, type Mention } from './names/mentions.ts'
import { isPlace } from './names/name.ts'
import { say, told } from './names/said.ts'
import type { Reading } from './reading.ts'
import { sceneOf } from './words/scene.ts'

function foundAt(reading: Reading, mention: Mention): Found {
  const { found, sv, en } = told(reading, mention)
  const kept = mention.names[0]?.kept === true
  const fixed = fixOf(reading, mention)
  if (mention.how === 'joined')
    return {
      ...fixed,
      category: 'linguistic-conventions/spelling',
      severity: 'minor',
      confidence: 0.85,
      message: say(`”${found}” skrivs ${sv}.`, `“${found}” is written ${en}.`),
    }
  return {
    ...fixed,
    message: kept
      ? say(
          `”${found}” är ett halvöversatt ortnamn: svenskan behåller det tyska namnet ${sv}.`,
          `“${found}” is a half-translated name: Swedish keeps the German name ${en}.`,
        )
      : say(
          `”${found}” är ett halvöversatt ortnamn: på svenska ${sv}.`,
          `“${found}” is a half-translated name: in Swedish ${en}.`,
        ),
  }
}

/** `Granberg`, `sjöboden`: in one word, and Swedish. */
function isWord(reading: Reading, { first, end, from, to }: Mention): boolean {
  const word = reading.lexicon.word(reading.text.slice(from, to))
  return end - first === 1 && (word.name || word.common)
}

const isCapital = ({ text }: Reading, { from, opens }: Mention): boolean =>
  !opens && /^\p{Lu}/u.test(text.slice(from, from + 2))

/** `Övre Bayern`: correct once, and today as good as always a machine's. */
function askedAt(reading: Reading, mention: Mention): Found {
  const { found, sv, en } = told(reading, mention)
  return {
    ...fixOf(reading, mention),
    severity: 'minor',
    confidence: 0.75,
    message: say(
      `”${found}” är en äldre eller översatt form: i nyheter används ${sv}.`,
      `“${found}” is an older or translated form: news has ${en}.`,
    ),
  }
}

export const hybridName: Check = {
  id: 'hybrid-name',
  family: 'names',
  category: 'terminology/wrong-term',
  severity: 'major',
  confidence: 0.95,
  title: { sv: 'Halvöversatt ortnamn', en: 'Half-translated place name' },
  why: {
    sv: 'En del av namnet är översatt och en annan inte, eller också är det översatt del för del via engelskan. Svenskan har ett namn för platsen, ofta det tyska oförändrat (Niedersachsen, Nordrhein-Westfalen), enligt Nationalencyklopedin och TT-språket.',
    en: 'One part of the name is translated and another is not, or it is translated part by part by way of English. Swedish has one name for the place, often the German one unchanged (Niedersachsen, Nordrhein-Westfalen), as in Nationalencyklopedin and the style guide of the news agency TT.',
  },
  examples: [
    'LKA [Lower Sachsen→Niedersachsen] stärker samarbetet.',
    'Polisen i [Nedre Sachsen→Niedersachsen] och [Lower Sachsens→Niedersachsens] regering.',
    'Undersökningen i [Lowersaxony→Niedersachsen] är klar.',
    'Myndighetens arbete i [lägre Sachs→Niedersachsen|Niedersachsens].',
    'Ministern i [Norra Rhen-Westfalen→Nordrhein-Westfalen] avgår.',
    'Valet i [Mecklenburg-Västra Pommern→Mecklenburg-Vorpommern] och [Sachsen Anhalt→Sachsen-Anhalt].',
    'Snö väntas i [Svarta Skogen→Schwarzwald] och i [Undre Franken→Unterfranken].',
    'Republiken [Nord- Macedonia→Nordmakedonien] röstar.',
    'Han kom från [Dåliga Segeberg→Bad Segeberg] och [Frankfurt on the Oder→Frankfurt an der Oder].',
    'Läget i [Syd Korea→Sydkorea] är lugnt, och i [Väst Virginia→West Virginia].',
    'Norra Tyskland brinner, och övre Bayern ryker.',
    'Tyskland: brand i [Övre Bayern→Oberbayern].',
    'I Schleswig-Holstein, Niedersachsen, Sachsen och norra Irland regnar det.',
    'Svarta skogar brann i norra Korea, och över Bayern låg rök.',
    'Malmberg och Granberg gick i skogen.',
    'Under Sachsens kung byggdes slottet vid nedre Rhen i Nedre Normandie.',
  ],
  *find(reading): Iterable<Found> {
    for (const mention of mentionsIn(reading)) {
      const name = mention.names[0]
      if (name === undefined || !isPlace(name)) continue
      if (mention.how === 'half' && !isPlain(reading, mention) && !isWord(reading, mention))
        yield foundAt(reading, mention)
      else if (mention.asked && isCapital(reading, mention) && sceneOf(reading) === 'german')
        yield askedAt(reading, mention)
      else if (mention.how === 'joined' && !mention.small && name.right[0].text.includes('-'))
        yield foundAt(reading, mention)
    }
  },
}
