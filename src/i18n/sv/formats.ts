/** What is said of files. */
export const formats = {
  /** why a file is refused, after a colon */
  faults: {
    bytes: 'den är större än {limit}',
    xml: 'den är inte välformad XML ({detail})',
    entities: 'den definierar egna entiteter (DTD), och sådana läses aldrig',
    depth: 'den är nästlad djupare än {limit} nivåer',
    root: 'rotelementet är {detail}',
    missing: '{detail} saknas',
    invalid: 'den följer inte standarden ({detail})',
    version: 'version {detail} läses inte här',
    zip: 'zip-arkivet är skadat ({detail})',
    gzip: 'det som packats med gzip är skadat ({detail})',
    members: 'arkivet har fler än {limit} filer',
    unpacked: 'den blir större än {limit} uppackad',
    ratio: 'en fil i arkivet är packad mer än {limit} gånger, som bara skadliga arkiv är',
    path: 'arkivet vill lägga en fil utanför sig självt ({detail})',
    twice: 'arkivet har {detail} två gånger',
    encrypted: 'den är skyddad med lösenord',
    rows: 'den har fler än {limit} rader',
    field: 'ett fält har fler än {limit} tecken',
    markup: 'den har fler än {limit} taggar och andra koder',
    quotes: 'ett citattecken saknar sitt par',
    columns: 'ingen kolumn är maskinöversättningen',
    json: 'den är inte JSON ({detail})',
    empty: 'det finns ingen text i den',
    nested: 'ett arkiv ligger i ett arkiv',
    format: 'den är av ett okänt slag',
  },
  warnings: {
    doctype: 'En DOCTYPE lästes inte och hämtades inte.',
    untranslated: { one: '{n} segment är inte översatt.', other: '{n} segment är inte översatta.' },
    'no-translations': 'Inget segment är översatt. Det finns inget att granska.',
    'not-swedish': 'Översättningen är på {detail}.',
    'said-otherwise': 'Enligt filen är texten på {detail}, men orden är svenska. Texten importeras som svensk.',
    'too-long': {
      one: '{n} rad utelämnades. Texten i den är för lång.',
      other: '{n} rader utelämnades. Texten i dem är för lång.',
    },
    skipped: { one: '{n} del utelämnades: {detail}.', other: '{n} delar utelämnades: {detail}.' },
    'reading-order': 'Text i textrutor, fotnoter, slutnoter, sidhuvuden och sidfötter står sist.',
    standard: 'Filen följer inte standarden men lästes ändå: {detail}.',
    encoding: 'Filen lästes som {detail}.',
    'became-utf-8': 'Filen sparades som UTF-8, eftersom {detail} saknar något tecken i den rättade texten.',
    'codes-gone': {
      one: '{n} kod har förlorat sina ord och står där de stod.',
      other: '{n} koder har förlorat sina ord och står där de stod.',
    },
    'markup-lost': {
      one: 'Styckena skrevs om från början, utan {n} märkning som fanns i filen.',
      other: 'Styckena skrevs om från början, utan {n} märkningar som fanns i filen.',
    },
    'codes-crossing': {
      one: '{n} kod kunde inte stå där den skulle.',
      other: '{n} koder kunde inte stå där de skulle.',
    },
    unlike: 'Filen läses annorlunda nu än när den kom in. Rättelserna placerades genom jämförelse.',
    'lines-kept': {
      one: '{n} radbrytning vid en tabell kunde inte tas bort.',
      other: '{n} radbrytningar vid tabeller kunde inte tas bort.',
    },
    ragged: {
      one: '{n} rad har fler eller färre fält än de andra.',
      other: '{n} rader har fler eller färre fält än de andra.',
    },
    'bare-quotes': {
      one: '{n} citattecken står inne i ett fält och lästes som det står.',
      other: '{n} citattecken står inne i fält och lästes som de står.',
    },
    formulas: {
      one: '{n} fält som kalkylprogram tar för en formel fick en apostrof framför sig.',
      other: '{n} fält som kalkylprogram tar för formler fick en apostrof framför sig.',
    },
    'columns-guessed': 'Vad kolumnerna är har gissats.',
    'all-approved': {
      one: 'Segmentet är redan godkänt i filen. Artikeln blir ny här: godkänd blir den först när någon här godkänner den.',
      other:
        'Alla {n} översatta segment är redan godkända i filen. Artiklarna blir nya här: godkända blir de först när någon här godkänner dem.',
    },
    'not-agreed': {
      one: 'I artikeln är inte alla ställen avgjorda: den har annoterarnas egna markeringar.',
      other: 'I {n} artiklar är inte alla ställen avgjorda: de har annoterarnas egna markeringar.',
    },
    'flags-left': {
      one: '{n} flagga i en not, ett sidhuvud eller en sidfot skrevs inte som kommentar. Word har inga kommentarer där.',
      other:
        '{n} flaggor i noter, sidhuvuden eller sidfötter skrevs inte som kommentarer. Word har inga kommentarer där.',
    },
    'flags-unplaced': {
      one: '{n} kommentar kunde inte placeras och står på hela segmentet.',
      other: '{n} kommentarer kunde inte placeras och står på hela segmentet.',
    },
  },
}
