/**
 * Where a text plays. English names are at home in news of English-speaking countries; in German news they have come in on the way
 * through English.
 */
import { germanTowns } from '../names/towns.ts'
import { oncePerReading, type Reading, type Token } from '../reading.ts'
import { genitiveOf } from './genitive.ts'

export type Scene = 'german' | 'english' | 'other'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Countries, states, parties, authorities and broadcasters, as Swedish and German texts write them. */
const german =
  list(`tyskland tysklands tysk tyska tyskt tyske tyskar tyskarna deutschland österrike österrikes österrikisk österrikiska schweiz
 schweizisk schweiziska frankfurt niedersachsen niedersachsens sachsen sachsens bayern bayerns hessen hessens
 thüringen thüringens brandenburg brandenburgs saarland nordrhein-westfalen nordrhein-westfalens baden-württemberg rheinland-pfalz
 schleswig-holstein mecklenburg-vorpommern sachsen-anhalt cdu csu spd afd fdp lka bka ndr mdr wdr zdf ard dpa bundestag bundeswehr
 landtag landkreis bundesrat förbundsdagen förbundskansler förbundskanslern delstat delstaten delstatens`)
const english =
  list(`usa usa:s storbritannien storbritanniens england englands skottland skottlands wales irland irlands kanada kanadas
 australien australiens amerika amerikansk amerikanska amerikanskt amerikanen amerikanerna brittisk brittiska brittiskt engelsk engelska
 skotsk skotska walesisk walesiska irländsk irländska australisk australiska kanadensisk kanadensiska london londons washington
 washingtons edinburgh glasgow cardiff dublin toronto sydney manchester liverpool kalifornien texas florida trump trumps obama fbi cia bbc`)

let towns: ReadonlySet<string> | undefined

/** `Celle`, `Hannovers`; but not `Essen` where a sentence begins, which may be a meal. */
function isGermanTown(reading: Reading, token: Token): boolean {
  towns ??= new Set(germanTowns().flatMap(town => [town, genitiveOf(town)]))
  return towns.has(token.text) && !(token.opens && reading.word(token).common)
}

/** By which countries' words there are more. */
export const sceneOf = oncePerReading((reading): Scene => {
  let [de, en] = [0, 0]
  for (const token of reading.tokens) {
    if (german.has(token.lower) || isGermanTown(reading, token)) de++
    else if (english.has(token.lower)) en++
  }
  return de > en ? 'german' : en > 0 ? 'english' : 'other'
})
