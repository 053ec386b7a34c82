import { applyChange } from '../../src/text/change.ts'
import { merge } from '../../src/text/merge.ts'
import { written } from './notation.ts'

/** Both merged, or the conflicts as `base: theirs | mine` after what stands once the rest is merged. */
function merged(theirs: string, mine: string): string | { text: string; conflicts: string[] } {
  const [stored, later] = [written(theirs), written(mine)]
  if (stored.before !== later.before) throw new Error(`"${stored.before}" is not "${later.before}"`)
  const result = merge(stored.before, stored.change, later.change)
  if (result.kind === 'merged') return applyChange(stored.after, result.change)
  const text = applyChange(stored.after, result.partial)
  const conflicts = result.conflicts.map(
    ({ base, theirs, mine, at }) =>
      `${stored.before.slice(base.from, base.to)}: ${stored.after.slice(theirs.from, theirs.to)} | ${later.after.slice(mine.from, mine.to)} @ ${text.slice(at.from, at.to)}`,
  )
  return { text, conflicts }
}

describe('merged', () => {
  test('edits apart, with an unchanged word between', () => {
    expect(merged('[en/ett] hus är här', 'en hus är [här/där]')).toBe('ett hus är där')
    expect(merged('en hus är [här/där]', '[en/ett] hus är här')).toBe('ett hus är där')
  })

  test('in different paragraphs', () => {
    expect(merged('Ett [hus/tak].\nEn bil.', 'Ett hus.\nEn [bil/båt].')).toBe('Ett tak.\nEn båt.')
  })

  test('the same edit by both is one edit', () => {
    expect(merged('ett [stor/stort] hus', 'ett [stor/stort] hus')).toBe('ett stort hus')
  })

  test('also where one typed a letter and the other the word', () => {
    expect(merged('ett stor[/t] hus', 'ett [stor/stort] hus')).toBe('ett stort hus')
  })

  test('the same insertion by both comes once', () => {
    expect(merged('jag [/inte ]vill', 'jag [/inte ]vill')).toBe('jag inte vill')
  })

  test('the same deletion by both, and one more edit elsewhere', () => {
    expect(merged('[nu /]är det så', '[nu /]är det [så/slut]')).toBe('är det slut')
  })

  test('nothing by one, or by both', () => {
    expect(merged('en hus', '[en/ett] hus')).toBe('ett hus')
    expect(merged('[en/ett] hus', 'en hus')).toBe('ett hus')
    expect(merged('en hus', 'en hus')).toBe('en hus')
  })

  test('a paragraph pasted whole counts for what differs in it', () => {
    expect(merged('[en hus är här/ett hus är här]', '[en hus är här/en hus är där]')).toBe('ett hus är där')
  })

  test('a space before a word is not the word before it', () => {
    expect(merged('[köpt/sålt] ett hus', 'köpt ett[/ stort] hus')).toBe('sålt ett stort hus')
  })
})

test('letters put before a word and the same put after it are not the same edit where the word is changed besides', () => {
  const [a, b] = ['en,  \n[/ett]ett.', 'en,  [\net/]t[/ett].']
  expect(merged(a, b)).toEqual({ text: 'en,  \nettett.', conflicts: ['\nett: \nettett | tett @ \nettett'] })
  expect(merged(b, a)).toEqual({ text: 'en,  tett.', conflicts: ['\nett: tett | \nettett @ tett'] })
})

describe('in conflict, with both to be seen', () => {
  test('the same word', () => {
    expect(merged('ett [stor/stort] hus', 'ett [stor/litet] hus')).toEqual({
      text: 'ett stort hus',
      conflicts: ['stor: stort | litet @ stort'],
    })
  })

  test('different letters of one word: ranges grow to the whole word', () => {
    expect(merged('en [B/b]ilen', 'en Bile[n/r]')).toEqual({
      text: 'en bilen',
      conflicts: ['Bilen: bilen | Biler @ bilen'],
    })
  })

  test('words with no unchanged word between: else "en stort bil"', () => {
    expect(merged('en [stor/stort] hus', 'en stor [hus/bil]')).toEqual({
      text: 'en stort hus',
      conflicts: ['stor hus: stort hus | stor bil @ stort hus'],
    })
  })

  test('also across the end of a paragraph', () => {
    expect(merged('Ett [hus/tak].\nEn bil.', 'Ett hus.\n[En/Den] bil.')).toMatchObject({
      conflicts: ['hus.\nEn: tak.\nEn | hus.\nDen @ tak.\nEn'],
    })
  })

  test('with no word between but one that both have changed alike', () => {
    expect(merged('[en/ett] [stor/stort] hus', 'en [stor/stort] [hus/bil]')).toMatchObject({ text: 'ett stort hus' })
  })

  test('two insertions at one place', () => {
    expect(merged('en[/ röd] bil', 'en[/ blå] bil')).toEqual({
      text: 'en röd bil',
      conflicts: [':  röd |  blå @  röd'],
    })
  })

  test('deleted by one, corrected by the other', () => {
    expect(merged('det är[ mycket/] bra', 'det är [mycket/väldigt] bra')).toEqual({
      text: 'det är bra',
      conflicts: [' mycket:  |  väldigt @ '],
    })
  })

  test('a letter put to a word that the other replaced', () => {
    expect(merged('ett [hus/tak]', 'ett hus[/et]')).toEqual({ text: 'ett tak', conflicts: ['hus: tak | huset @ tak'] })
  })

  test('two words joined by deleting the space between, and one of them changed', () => {
    expect(merged('en barn[ /]vagn', 'en [barn/bil] vagn')).toEqual({
      text: 'en barnvagn',
      conflicts: ['barn vagn: barnvagn | bil vagn @ barnvagn'],
    })
  })

  test('the rest of mine is merged all the same, and what is disputed is found after it', () => {
    expect(merged('en [stor/stort] hus står här nu', 'en [stor/liten] hus står här[ nu/]')).toEqual({
      text: 'en stort hus står här',
      conflicts: ['stor: stort | liten @ stort'],
    })
    expect(merged('nu står här en [stor/stort] hus', '[nu/idag] står här en [stor/liten] hus')).toEqual({
      text: 'idag står här en stort hus',
      conflicts: ['stor: stort | liten @ stort'],
    })
  })

  test('each disputed place is its own', () => {
    expect(merged('[a/b] och ändå [c/d]', '[a/x] och ändå [c/y]')).toMatchObject({
      conflicts: ['a: b | x @ b', 'c: d | y @ d'],
    })
  })
})

test('the mirror brings the later text to the same', () => {
  const [stored, later] = [written('[en/ett] hus är här [x/z]'), written('en hus [är/var] här [x/z]')]
  const result = merge(stored.before, stored.change, later.change)
  expect(result.kind === 'merged' && applyChange(later.after, result.mirror)).toBe('ett hus var här z')
})
