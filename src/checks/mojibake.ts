/** `FÃ¶r`, `â€“`, `f�r`: text that was read in the wrong encoding. */
import type { Check, Found } from './check.ts'
import type { Lexicon } from './lexicon/lexicon.ts'

/** Bytes 80–9F of windows-1252 (WHATWG Encoding); the five that it leaves open are read as controls. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const byteOf = (character: string): number => {
  const at = upper.indexOf(character)
  return at >= 0 ? 0x80 + at : character.charCodeAt(0)
}

/** Runs of what the bytes of UTF-8 beyond ASCII look like in windows-1252: a lead byte and those that follow it. */
const run = /(?:[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3})+/gu

/** What is plausible in a Swedish text: letters of Latin script, signs of its typography, a space, the mark at a file's beginning. */
const plausible = /^[\p{Script=Latin}\u00a0-\u00bf\u0300-\u036f\u2010-\u203a€™−\u200b\ufeff\u00d7ƒ]*$/u

/** No word is looked at further than this from the sign in it. */
const longest = 30

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeOnce(garbled: string): string | null {
  try {
    return utf8.decode(Uint8Array.from(garbled, byteOf))
  } catch {
    return null
  }
}

/** The text as it was meant, where it can be told; a text may have been read wrongly several times. */
function decode(garbled: string): string | null {
  const once = decodeOnce(garbled)
  if (once === null || once.length >= garbled.length) return null
  const again = once.length > 1 ? decode(once) : null
  if (again !== null) return again
  // Å before a closing quotation mark makes two bytes too
  return plausible.test(once) && !/^[ÅÄÖÉÜ][”’“…–—]$/.test(garbled)
    ? once
        .replace(/\u00a0/g, ' ')
        .replace(/[“„]/g, '”')
        .replace(/[\u200b\ufeff]/g, '')
    : null
}

/** Three letters of Swedish are most often lost; each is tried in its place, and the likeliest word comes first. */
function restore(word: string, lexicon: Lexicon): readonly string[] {
  if (word.length > 40 || word.split('\ufffd').length > 3) return []
  let tried = ['']
  for (const character of word)
    tried = tried.flatMap(start =>
      (character === '\ufffd' ? ['å', 'ä', 'ö', 'é', 'ü', 'ß'] : [character]).map(c => start + c),
    )
  return tried
    .map(text => ({ text, word: lexicon.word(text.toLowerCase()) }))
    .filter(({ word: { common, name, compound } }) => common || name || compound !== null)
    .sort((a, b) => b.word.zipf('sv') - a.word.zipf('sv'))
    .map(({ text }) => text)
    .slice(0, 3)
}

/** Every run that can be told, with the word around it where it is a letter, so that the fix is a word: `fÃ¶rstÃ¥r`. */
function* garbledWords(text: string): Generator<Found> {
  let word = { from: 0, to: 0, meant: '' }
  for (const match of text.matchAll(run)) {
    const meant = decode(match[0])
    if (meant === null) continue
    const to = match.index + match[0].length
    const isLetter = /^\p{L}/u.test(meant)
    const [head = ''] = isLetter
      ? (/[A-Za-z]*$/.exec(text.slice(Math.max(word.to, match.index - longest), match.index)) ?? [])
      : []
    const [tail = ''] = isLetter ? (/^[A-Za-z]*/.exec(text.slice(to, to + longest)) ?? []) : []
    const from = match.index - head.length
    if (from === word.to) word = { ...word, to: to + tail.length, meant: word.meant + head + meant + tail }
    else {
      if (word.to > 0) yield { from: word.from, to: word.to, fixes: [word.meant] }
      word = { from, to: to + tail.length, meant: head + meant + tail }
    }
  }
  if (word.to > 0) yield { from: word.from, to: word.to, fixes: [word.meant] }
}

/** Words with the sign that stands for what was lost in them. */
function* lostLetters(text: string, lexicon: Lexicon): Generator<Found> {
  for (let at = text.indexOf('\ufffd'); at >= 0;) {
    const [head = ''] = /[\p{L}\p{M}-]*$/u.exec(text.slice(Math.max(0, at - longest), at)) ?? []
    const [tail = ''] = /^[\p{L}\p{M}\ufffd-]*/u.exec(text.slice(at, at + longest)) ?? []
    const found = { from: at - head.length, to: at + tail.length }
    yield { ...found, fixes: restore(text.slice(found.from, found.to), lexicon) }
    at = text.indexOf('\ufffd', found.to)
  }
}

export const mojibake: Check = {
  id: 'mojibake',
  family: 'residue',
  category: 'linguistic-conventions/character-encoding',
  severity: 'major',
  confidence: 0.98,
  title: { sv: 'Fel teckenkodning', en: 'Wrong character encoding' },
  why: {
    sv: 'Texten är skriven i UTF-8 men har lästs som en äldre teckenkodning, eller tvärtom. Bokstäver som å, ä och ö har blivit andra tecken.',
    en: 'The text was written in UTF-8 but read as an older encoding, or the other way round. Letters such as å, ä and ö have become other signs.',
  },
  examples: [
    '[FÃ¶r→För] [Ã¥tta→åtta] [Ã¥r→år] sedan [â€“→–] [alltsÃ¥→alltså] 2017 [â€“→–] brann det.',
    'Han sade [â€\x9d→”]ja[â€\x9d→”].',
    'Polisen i [Malm�→Malmö] [s�ker→söker|säker] vittnen.',
    'Ett café på Åland, naïve São Paulo, Çelik och Łódź.',
    'Skriv bokstaven ”Å” och ”Ä”…',
  ],
  *find({ text, lexicon }): Iterable<Found> {
    yield* [...garbledWords(text), ...lostLetters(text, lexicon)].sort((a, b) => a.from - b.from)
  },
}
