/** What the checks of grammar lean on: words of each inflection, read as what they are and as nothing else. */
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { tag, type TagName } from '../../../src/checks/lexicon/tags.ts'

const lexicon = loadLexicon()

const named = (tags: number): string =>
  Object.entries(tag)
    .filter(([, bit]) => (tags & bit) !== 0)
    .map(([name]) => name)
    .join(' ')

/** Its readings as a word of one class, each with the class left out, in alphabetical order. */
const readings = (form: string, wordClass: TagName): string[] =>
  [...new Set(lexicon.word(form).analyses.map(({ tags }) => named(tags)))]
    .filter(tags => tags.split(' ')[0] === wordClass)
    .map(tags => tags.slice(wordClass.length + 1))
    .sort()

const sgUtrum = 'utrum singular indefinite'
const sgNeuter = 'neuter singular indefinite'
const plNeuter = 'neuter plural indefinite'

it.each([
  ['bil', [sgUtrum]],
  ['bilen', ['utrum singular definite']],
  ['hus', [plNeuter, sgNeuter]],
  ['husen', ['neuter plural definite']],
  ['lån', [plNeuter, sgNeuter]],
  ['äpple', [sgNeuter]],
  ['möten', [plNeuter]],
  ['meddelande', [sgNeuter]],
  ['meddelanden', [plNeuter]],
  ['ordförande', [sgUtrum]],
  ['museum', [sgNeuter]],
  ['museet', ['neuter singular definite']],
  ['pojke', [sgUtrum]],
  ['ansökan', ['utrum singular definite', sgUtrum]],
  ['inbjudan', ['utrum singular definite', sgUtrum]],
  ['männen', ['utrum plural definite']],
  ['plan', [plNeuter, sgNeuter, sgUtrum]],
  ['test', [plNeuter, sgNeuter, sgUtrum]],
  ['kilo', [plNeuter, sgNeuter]],
  ['delegationsbesök', [plNeuter, sgNeuter]],
  ['bilar', ['utrum plural indefinite']],
] as const)('the noun %s', (form, expected) => {
  expect(readings(form, 'noun')).toEqual([...expected].sort())
})

it.each([
  ['stor', [sgUtrum]],
  ['stort', [sgNeuter]],
  ['stora', ['plural definite']],
  ['glada', ['plural definite']],
  ['vitt', [sgNeuter]],
  ['direkt', [sgNeuter, sgUtrum]],
  ['blå', ['plural definite', sgUtrum]],
  ['större', ['comparative']],
  ['störst', ['superlative']],
  ['första', ['plural definite']],
  ['lilla', ['singular definite']],
  ['små', ['plural']],
  ['gör', []],
] as const)('the adjective %s', (form, expected) => {
  expect(readings(form, 'adjective')).toEqual([...expected].sort())
})

it.each([
  ['visar', ['present']],
  ['visade', ['past']],
  ['lyckades', ['past passive']],
  ['fortsätter', ['present']],
  ['undvek', ['past']],
  ['gjort', ['supine']],
  ['görs', ['present passive']],
  ['tas', ['infinitive passive', 'present passive']],
  ['sägs', ['present passive']],
  ['kör', ['imperative', 'present']],
] as const)('the verb %s', (form, expected) => {
  expect(readings(form, 'verb')).toEqual([...expected].sort())
})

it.each([
  ['internationell', tag.adjective | tag.neuter | tag.singular | tag.indefinite, 'internationellt'],
  ['delegationsbesök', tag.noun | tag.definite | tag.singular, 'delegationsbesöket'],
  ['bli', tag.verb | tag.infinitive, 'bli'],
  ['göra', tag.verb | tag.supine, 'gjort'],
] as const)('inflects %s', (lemma, tags, form) => {
  expect(lexicon.inflect(lemma, tags)).toBe(form)
})
