/** `&nbsp;`, `&quot;`, `&#39;`: signs as a web page's code writes them. */
import type { Check, Found } from './check.ts'

/** Those that news and manuals meet (HTML Living Standard, named character references). */
const named: Readonly<Record<string, string>> = {
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', amp: '&', quot: '”', lt: '<', gt: '>', apos: '’', ndash: '–', mdash: '–',
  hellip: '…', laquo: '«', raquo: '»', ldquo: '”', rdquo: '”', bdquo: '”', lsquo: '’', rsquo: '’', sbquo: '’', prime: '′',
  auml: 'ä', ouml: 'ö', aring: 'å', uuml: 'ü', szlig: 'ß', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', aelig: 'æ',
  oslash: 'ø', ntilde: 'ñ', euro: '€', pound: '£', cent: '¢', sect: '§', copy: '©', reg: '®', trade: '™', deg: '°',
  plusmn: '±', times: '×', frac12: '½', middot: '·', bull: '•', shy: '', zwj: '', zwnj: '', lrm: '', rlm: '',
} // prettier-ignore

/** The machine may have set spaces into it, and it may be encoded twice: `&amp;nbsp;`. */
const entity = /&(?:amp;)*(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|\s?([A-Za-z]{2,7}\d{0,2}))\s?;/g

const straight: Readonly<Record<number, string>> = { 34: '”', 39: '’', 160: ' ', 173: '', 8203: '' }

function decode(decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined): string | null {
  if (name !== undefined) {
    const small = named[name.toLowerCase()]
    if (small === undefined) return null
    return /^[A-Z][a-z]/.test(name) ? small.toUpperCase() : small
  }
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : parseInt(decimal, 10)
  if (!(code > 31 && code < 0x110000) || (code >= 0xd800 && code < 0xe000)) return null
  return straight[code] ?? String.fromCodePoint(code)
}

export const htmlEntity: Check = {
  id: 'html-entity',
  family: 'residue',
  category: 'linguistic-conventions/character-encoding',
  severity: 'major',
  confidence: 0.99,
  title: { sv: 'Webbkod i stället för tecken', en: 'Web code instead of a sign' },
  why: {
    sv: 'Tecknet står som HTML-kod. Läsaren ska se själva tecknet.',
    en: 'The sign stands as HTML code. The reader should see the sign itself.',
  },
  examples: [
    'Klicka på [&quot;→”]Spara[&quot;→”].',
    'Johansson [&amp;→&] Co säljer k[&ouml;→ö]k för 100[&nbsp;→ ]kronor.',
    'Räddningstjänsten [&amp;#8211;→–] ett larm om dagen.',
    'Det är [& nbsp;→ ]klart.',
    'Hennes & Mauritz; Lars & Co; AT&T;',
  ],
  *find({ text }): Iterable<Found> {
    for (const match of text.matchAll(entity)) {
      const sign = decode(match[1], match[2], match[3])
      if (sign !== null) yield { from: match.index, to: match.index + match[0].length, fixes: [sign] }
    }
  },
}
