/** `Collège Européen de Police`, `Bundestag`, `Alternative för Tyskland`: bodies with a set Swedish name, by another. */
import type { Check, Found, Said } from './check.ts'
import { isExplained } from './names/context.ts'
import { fixOf } from './names/fix.ts'
import { mentionsIn, type Mention } from './names/mentions.ts'
import { isBody, type Name } from './names/name.ts'
import { piecesIn } from './names/pieces.ts'
import { say, told, type Told } from './names/said.ts'
import type { Reading, Token } from './reading.ts'
import { capitalised } from './words/capital.ts'

/** An article before the name, foreign or of the machine's making (`den Bundestag`), which goes with it. */
function article(reading: Reading, mention: Mention): Token | undefined {
  const before = reading.tokens[(piecesIn(reading)[mention.first]?.token ?? 0) - 1]
  const made = mention.how === 'foreign' && mention.tail === '' && /^[Dd]e[nt]$/.test(before?.text ?? '')
  return made || /^(?:[Tt]he|[Dd]er|[Dd]as|Die|[Ll]e|L[’'])$/.test(before?.text ?? '') ? before : undefined
}

function saidOf(mention: Mention, name: Name, { found, sv, en }: Told): Said {
  if (name.kind === 'title')
    return say(
      `”${found}” är namnet ${sv}, som inte översätts.`,
      `“${found}” is the name ${en}, which is not translated.`,
    )
  return mention.how === 'half'
    ? say(
        `”${found}” är ett halvöversatt namn: på svenska ${sv}.`,
        `“${found}” is a half-translated name: in Swedish ${en}.`,
      )
    : say(`”${found}” heter ${sv} på svenska.`, `“${found}” is ${en} in Swedish.`)
}

export const authorityName: Check = {
  id: 'authority-name',
  family: 'names',
  category: 'accuracy/untranslated',
  severity: 'minor',
  confidence: 0.9,
  title: {
    sv: 'Myndighet eller organisation utan sitt svenska namn',
    en: 'Authority or organisation without its Swedish name',
  },
  why: {
    sv: 'Myndigheten, partiet eller organisationen har ett vedertaget svenskt namn. Det utländska namnet kan stå inom parentes efter det svenska. Svenska namn enligt EU:s Interinstitutionella publikationshandbok, Utrikesdepartementet och TT-språket.',
    en: 'The authority, party or organisation has a set Swedish name. The foreign one may stand in brackets after it. Swedish names as in the EU’s Interinstitutional style guide, the Foreign Ministry’s lists and the style guide of TT.',
  },
  examples: [
    'En delegation från [Collège Européen de Police (CEPOL)→EU:s byrå för utbildning av tjänstemän inom brottsbekämpning (Cepol)] kom.',
    'Beslutet fattades i [Bundestag→förbundsdagen], och [Bundestags→förbundsdagens] talman var nöjd.',
    '[Staatsanwaltschaft→Åklagarmyndigheten i] Lüneburg utreder saken.',
    '[Federal Criminal Police Office→Federala kriminalpolisen] varnar.',
    'Partiet [Alternative för Tyskland (AfD)→Alternativ för Tyskland (AfD)] ökar.',
    'Domen kom från [Europäischer Gerichtshof→EU-domstolen] och [Federal Constitutional Court→Författningsdomstolen].',
    'Enligt [federala statistikbyrån→Tysklands statistikmyndighet] ökar priserna.',
    '[Bundestag-ledamöter→Förbundsdagsledamöter] röstade.',
    '[The European Commission→EU-kommissionen] svarade.',
    '[The Federal Council→Förbundsrådet] i Berlin ska rösta om det som [the Federal Council→förbundsrådet] i Tyskland föreslog.',
    '[Den Bundestag→Förbundsdagen] i Berlin röstade, och sedan röstade [den Bundesrat→förbundsrådet].',
    'Det skriver [Frankfurt General Newspaper→Frankfurter Allgemeine Zeitung].',
    'Förbundsdagen (Bundestag) och Europaparlamentet möttes.',
    'Landeskriminalamt, delstatens kriminalpolis, tog emot en delegation.',
    'The Scottish Council of Independent Schools och Los Angeles Police Department svarade.',
    'Bundeswehr, Deutsche Bahn och Alternativ för Tyskland är i nyheterna.',
  ],
  *find(reading): Iterable<Found> {
    for (const mention of mentionsIn(reading)) {
      const name = mention.names[0]
      if (name === undefined || !isBody(name) || (mention.how !== 'foreign' && mention.how !== 'half')) continue
      if (mention.how === 'foreign' && (mention.small || isExplained(reading, mention))) continue
      // what is no name in small letters: `den tyska vågen`
      if (name.kind === 'title' && (mention.small || mention.opens)) continue
      const fixed = fixOf(reading, mention)
      const before = article(reading, mention)
      yield {
        ...fixed,
        from: before?.from ?? fixed.from,
        fixes: before?.opens === true ? fixed.fixes.map(capitalised) : fixed.fixes,
        category:
          name.kind === 'title'
            ? 'accuracy/do-not-translate'
            : mention.how === 'half'
              ? 'terminology/wrong-term'
              : 'accuracy/untranslated',
        severity: mention.how === 'half' ? 'major' : 'minor',
        message: saidOf(mention, name, told(reading, mention)),
      }
    }
  },
}
