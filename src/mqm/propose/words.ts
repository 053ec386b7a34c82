/** The words that proposals know by name: few, and of the closed classes, so that they hold in every text. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Articles, pronouns, prepositions, conjunctions, particles of Swedish: put in or taken out alone, it is the grammar that was mended. */
export const functionWords =
  list(`att som den det de dem en ett i på av till för om med från vid hos mot mellan under över genom inom
 utan åt ur kring runt bland efter före innan sedan och eller men samt utom än sin sitt sina sig så där här ju nog vilken vilket
 vilka han hon honom henne hans hennes man mig dig oss er dess deras denna detta dessa ens själv själva`)

/** Forms of one word that do not begin alike. */
const families = ['de dem', 'han honom', 'hon henne', 'jag mig', 'du dig', 'vi oss', 'ni er', 'en ett', 'den det', 'sin sitt sina',
  'denna detta dessa', 'vilken vilket vilka', 'någon något några', 'ingen inget inga', 'är vara var varit blir bli blev'] // prettier-ignore

export const familyOf: ReadonlyMap<string, string> = new Map(
  families.flatMap(family => family.split(' ').map(word => [word, family])),
)

/** Words of German, English, Danish and Norwegian that Swedish does not have, be it in another sense. */
export const foreignWords =
  list(`the of with from this these those which who whose what when where are was were been has have had its
 their they his her it or to die das eine einer eines und oder nicht ist sind wird wurde werden vom zum zur beim mit aus auf für über
 bei nach sich auch wie ikke og jeg fra etter hvor hvis hva hvem hvordan fordi mellom også noe noen være nok vært ble gjennom uten
 deres hun dere meg ud nogle noget`)

/** The numerals that are written as words. */
export const numerals: ReadonlyMap<string, string> = new Map(
  'noll en två tre fyra fem sex sju åtta nio tio elva tolv'
    .split(' ')
    .map((word, value) => [word, String(value)] as const)
    .concat([['ett', '1']]),
)

/**
 * What Swedish words change at their end: the inflections of nouns, adjectives and verbs, in the definite, the genitive and the passive
 * too (SAG 2, Substantiv § 61 ff., Adjektiv § 19 ff., Verb § 16 ff.).
 */
const ending =
  /^(?:|[aent]|ar|er|or|r|en|et|na|an|arna|erna|orna|ena|are|arna?|ade|at|ad|da|de|dde|t|tt|te|ts|ta|as|es|des|ades|ats|ande|ende|ast|aste|st|sta|re|are|ning|ningar|ningarna|ningen|het|heten)s?$/

/** Whether two words are one in two forms: they begin alike, and both endings are such as Swedish inflects by. */
export function isInflected(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return (
    same >= 3 && same * 2 >= Math.min(a.length, b.length) && ending.test(a.slice(same)) && ending.test(b.slice(same))
  )
}
