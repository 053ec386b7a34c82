/** What the heading of a column says about it, in Swedish, English and German. */
import type { Role } from '../document.ts'

const list = (words: string): readonly string[] => words.split('|')

/** Names that say it by themselves, in small letters, words parted by a space. */
const sure: Readonly<Partial<Record<Role, readonly string[]>>> = {
  article: list('article|article id|artikel|artikel id|artikelid|doc|doc id|docid|document|document id|dokument|dokument id|file|filename|file name|fil|filnamn|datei|dateiname'),
  title: list('title|article title|titel|rubrik|headline|heading|artikelrubrik|überschrift|schlagzeile'),
  address: list('address|adress|webbadress|url|uri|link|länk|href|adresse|webadresse|source url|article url'),
  system: list('system|mt system|system id|engine|mt engine|motor|model|modell|provider|översättningssystem|översättningsmotor|system name'),
  source: list('source|src|source text|source segment|source sentence|käll|källa|källtext|källspråk|original|originaltext|original text|ursprung|ursprungstext|ursprunglig|msgid|quelle|quelltext|ausgangstext|ausgangssprache|quellsegment'),
  mt: list('mt|machine translation|machine translated|mt text|mt output|mt target|hypothesis|hyp|raw|raw mt|raw translation|maskinöversättning|maskinöversatt|maskinöversättningen|råöversättning|maschinenübersetzung|maschinelle übersetzung|maschinell übersetzt|rohübersetzung|msgstr'),
  corrected: list('corrected|corrected text|corrected translation|correction|post edit|post edited|postedit|postedited|post editing|pe|mtpe|reference|ref|edited|edit|revised|revision|reviewed|final|final translation|gold|rättad|rättat|rättad text|rättad översättning|rättning|granskad|granskat|granskad text|granskad översättning|korrigerad|korrigerat|korrigerad text|redigerad|redigerat|slutlig|slutversion|facit|referens|korrigiert|korrektur|korrigierte übersetzung|überarbeitet|geprüft|referenz|nachbearbeitet'),
  author: list('author|annotator|editor|rater|reviewer|post editor|posteditor|corrected by|edited by|reviewed by|annotated by|translator|user|rättad av|rättat av|granskad av|granskat av|korrigerad av|redaktör|granskare|författare|annotatör|översättare|signatur|autor|korrigiert von|bearbeitet von|geprüft von|bearbeiter|prüfer|übersetzer'),
  category: list('category|error category|error type|mqm category|mqm|error|issue type|type|kategori|felkategori|feltyp|typ|kategorie|fehlertyp|fehlerkategorie|fehlerart'),
  severity: list('severity|error severity|mqm severity|allvar|allvarlighet|allvarlighetsgrad|allvarsgrad|grad|schweregrad|schwere|fehlerschwere'),
  comment: list('comment|comments|note|notes|remark|remarks|kommentar|kommentarer|anmärkning|anmärkningar|anteckning|anteckningar|notering|kommentare|anmerkung|anmerkungen|bemerkung|bemerkungen|explanation|motivering'),
} // prettier-ignore

/** Names that are a translation, and the corrected one where there is a column that surely is the MT. */
const translations = new Set(
  list('target|target text|target segment|target sentence|translation|translated|output|översättning|översättningen|översatt|översatt text|måltext|målspråk|mål|ziel|zieltext|zielsegment|zielsprache|übersetzung|übersetzt'),
) // prettier-ignore

/** What only counts rows, or says what we have no use for; nothing in it is guessed from the contents. */
const nothing = new Set(
  list('i|n|nr|no|number|row|rad|line|index|idx|seg|segment|seg id|segment id|segid|same source|hter|ter|chrf|bleu|comet|score|date|datum|time|tid|status|state|language|lang|språk|sprache|words|ord|wörter|length|längd|länge|hash|context'),
) // prettier-ignore

const byName = new Map(
  Object.entries(sure).flatMap(([role, names]) => names.map(name => [name, role as Role] as const)),
)

/** Languages as they head a column; the others than Swedish are what is translated from. */
const languages: Readonly<Record<string, string>> = {
  sv: 'sv', swe: 'sv', swedish: 'sv', svenska: 'sv', schwedisch: 'sv', en: 'en', eng: 'en', english: 'en', engelska: 'en', englisch: 'en',
  de: 'de', ger: 'de', deu: 'de', german: 'de', tyska: 'de', deutsch: 'de', da: 'da', danish: 'da', danska: 'da', dänisch: 'da', nb: 'nb', no: 'nb',
  norwegian: 'nb', norska: 'nb', norwegisch: 'nb', fi: 'fi', finnish: 'fi', finska: 'fi', finnisch: 'fi', fr: 'fr', french: 'fr', franska: 'fr',
  französisch: 'fr', es: 'es', spanish: 'es', spanska: 'es', spanisch: 'es', nl: 'nl', pl: 'pl', it: 'it',
} // prettier-ignore
const regions = new Set(list('se|gb|us|uk|at|ch|dk|fr|es'))
const empty = new Set(list('text|string|column|kolumn|spalte|value|the'))

/** What a heading says. `translation`: the MT, or its correction where another column is the MT. */
export interface Named {
  readonly role: Role | 'translation' | null
  /** ISO 639-1; '' where the heading names none */
  readonly language: string
}

const wordsOf = (heading: string): string[] =>
  heading
    .slice(0, 100)
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

const roleOf = (name: string): Named['role'] =>
  byName.get(name) ?? (translations.has(name) ? 'translation' : nothing.has(name) ? 'skip' : null)

const withoutLanguage = (word: string): boolean =>
  !Object.hasOwn(languages, word) && !regions.has(word) && !empty.has(word)

/** `source_en`, `translation.sv`, `Swedish (Sweden)`, `Korrigerad text`: the role that the words name, and the language among them. */
export function headingMeans(heading: string): Named {
  const all = wordsOf(heading)
  const whole = roleOf(all.join(' '))
  if (whole) return { role: whole, language: '' }
  const language =
    all.map(word => (Object.hasOwn(languages, word) && languages[word]) || '').find(code => code !== '') ?? ''
  const rest = all.filter(withoutLanguage).join(' ')
  // of a path the last part says the most
  const last = /^\S+\.\S+$/.test(heading)
    ? roleOf(wordsOf(heading.slice(heading.lastIndexOf('.') + 1)).join(' '))
    : null
  if (rest !== '') return { role: roleOf(rest) ?? last, language }
  return { role: language === '' ? null : language === 'sv' ? 'translation' : 'source', language }
}
