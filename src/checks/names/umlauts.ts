/** What becomes of a name in addresses, hashtags and on keyboards that lack its letters: `lueneburg`, `Munchen`, `Goteborg`. */
const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', ø: 'oe', æ: 'ae' }
const stripped: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', å: 'a', ø: 'o', æ: 'a' }

const by =
  (letters: Readonly<Record<string, string>>) =>
  (text: string): string =>
    text.replace(/[äöüßåøæ]/g, letter => letters[letter] ?? letter)

/** @param pieces of a name, lower-cased; gives the forms that differ, none where it has no such letter but ß, which Swedish writes ss */
export function withoutUmlauts(pieces: readonly string[]): readonly (readonly string[])[] {
  if (!pieces.some(piece => /[äöüåøæ]/.test(piece))) return []
  return [pieces.map(by(spelled)), pieces.map(by(stripped))]
}
