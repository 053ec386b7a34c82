/** Tags, Markdown and placeholders of the page or program that a text was taken from. */
import type { Check, Found, Said } from './check.ts'

interface Kind {
  readonly pattern: RegExp
  /** what takes its place; null where only the source can tell */
  readonly fix: (match: RegExpExecArray) => string | null
  readonly said: Said
}

const tag: Said = { sv: 'En HTML-tagg har följt med in i texten.', en: 'An HTML tag has come along into the text.' }
const markdown: Said = { sv: 'Märkspråk (Markdown) har följt med.', en: 'Markup (Markdown) has come along.' }
const placeholder: Said = {
  sv: 'Här står en platshållare i stället för det som skulle fyllas i.',
  en: 'A placeholder stands here instead of what should be filled in.',
}

const gone = (): string => ''

/** Every length is bounded, so that a page of opening brackets costs no more than its length. */
const kinds: readonly Kind[] = [
  {
    pattern:
      /<\/?(?:a|abbr|article|aside|b|blockquote|br|button|caption|center|cite|code|dd|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|label|li|link|main|meta|nav|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>]{0,300})?\s?\/?>/gi,
    fix: ([whole]) => (/^<(?:br|hr)/i.test(whole) ? ' ' : ''),
    said: tag,
  },
  { pattern: /<!--[^<>]{0,300}-->/g, fix: gone, said: tag },
  {
    pattern: /!?\[([^[\]\n]{1,200})\]\s?\((?:https?:|www\.|\/|#)[^()\s]{0,300}\)/g,
    fix: match => match[1] ?? '',
    said: markdown,
  },
  { pattern: /(\*\*|__)(?=[\p{L}\p{N}"”(])([^*_\n]{1,100})\1/gu, fix: match => match[2] ?? '', said: markdown },
  { pattern: /^#{1,6} (?=\S)/gm, fix: gone, said: markdown },
  {
    pattern:
      /\[\/?(?:b|i|u|s|url|img|quote|code|caption|gallery|embed|video|audio|youtube|list|size|color)(?:[ =][^[\]\n]{0,200})?\]/g,
    fix: gone,
    said: markdown,
  },
  {
    pattern: /\{\{[^{}\n]{0,80}\}\}|\$\{[^{}\n]{0,80}\}|(?<![\p{L}\d])%(?:\d\$)?[sd](?![\p{L}\d])|\{\d\}/gu,
    fix: () => null,
    said: placeholder,
  },
]

export const markupLeftOver: Check = {
  id: 'markup-left-over',
  family: 'residue',
  category: 'design-and-markup/markup-tag',
  severity: 'major',
  confidence: 0.97,
  title: { sv: 'Rest av märkspråk', en: 'Left-over markup' },
  why: {
    sv: 'Taggar och tecken som styr utseendet på en webbsida hör inte till texten.',
    en: 'Tags and signs that shape a web page are no part of the text.',
  },
  examples: [
    'Polisen söker [<strong>→]vittnen[</strong>→].',
    'Det var [**mycket**→mycket] sent, säger polisen.',
    '[## →]Nya regler[<br/><br/>→ ]gäller.',
    'Välkommen, [{{namn}}], du har [%d] meddelanden.',
    { text: 'Välkommen, {{name}}, du har [%s] meddelanden.', source: 'Welcome, {{name}}, you have %d messages.' },
    'Skriv * efter ordet, eller 5 < 6 och 7 > 3, hashtaggen #metoo och 100 %.',
  ],
  *find({ text, source }): Iterable<Found> {
    // what the source has too is the text's own: of a program that fills it in, or a report about code
    const isTheSources = (written: string): boolean => source?.text.includes(written) ?? false
    const found = kinds.flatMap(({ pattern, fix, said }) =>
      Array.from(text.matchAll(pattern), (match): Found | null => {
        if (said === placeholder && isTheSources(match[0])) return null
        const by = fix(match)
        return {
          from: match.index,
          to: match.index + match[0].length,
          fixes: by === null ? [] : [by],
          message: said,
        }
      }).filter(each => each !== null),
    )
    yield* joined(found.sort((a, b) => a.from - b.from))
  },
}

/** Tags that touch are one finding: `<br/><br/>`. */
function* joined(found: readonly Found[]): Generator<Found> {
  let last: Found | undefined
  for (const one of found) {
    if (last !== undefined && one.from === last.to && one.fixes.length === last.fixes.length) {
      last = {
        ...last,
        to: one.to,
        fixes: last.fixes.map((fix, i) => (fix + (one.fixes[i] ?? '')).replace(/ +/g, ' ')),
      }
      continue
    }
    if (last !== undefined) yield last
    last = one
  }
  if (last !== undefined) yield last
}
