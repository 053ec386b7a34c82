import { advance, placeAt } from '../../src/text/place.ts'
import { flagged, life, placed, written } from './notation.ts'

/** Where `flag` stands after one change of its text, revision 1. */
function after(flag: string, notation: string): string {
  const { text, from, to, words } = flagged(flag)
  const { before, after: now, change } = written(notation)
  if (before !== text) throw new Error(`"${before}" is not "${text}"`)
  return placed(now, advance({ state: 'open', from, to }, change, 1, words))
}

/** Where `flag`, set on `revision`, stands in each of the given revisions of a life. */
const through = (flag: string, revision: number, { steps, texts }: ReturnType<typeof life>): string[] =>
  texts.slice(revision).map((text, index) => placed(text, placeAt(flagged(flag, revision), steps, revision + index)))

describe('a flag stays open while nothing touches its words', () => {
  test.each([
    ['elsewhere', 'en <stor> hus', '[en/ett] stor hus', 'open: ett <stor> hus'],
    ['a word put before it', 'en <stor> hus', 'en [/mycket ]stor hus', 'open: en mycket <stor> hus'],
    ['a word put after it', 'en <stor> hus', 'en stor[/ röd] hus', 'open: en <stor> röd hus'],
    ['the word before it replaced', 'en <stor> hus', '[en /ett ]stor hus', 'open: ett <stor> hus'],
    ['a comma put after it', 'en <stor> hus', 'en stor[/,] hus', 'open: en <stor>, hus'],
    ['a quotation mark put before it', 'en <stor> hus', 'en [/”]stor hus', 'open: en ”<stor> hus'],
    ['a word put after a flagged space', 'en <stor >hus', 'en stor [/röd ]hus', 'open: en <stor >röd hus'],
    ['a letter put after a flagged comma', 'en<,> två', 'en,[/x] två', 'open: en<,>x två'],
    ['the words around it deleted', 'en <stor> hus', '[en /]stor[ hus/]', 'open: <stor>'],
    ['letters deleted beside it', 'ett <hus>et', 'ett hus[et/]', 'open: ett <hus>'],
    ['nothing', 'en <stor> hus', 'en stor hus', 'open: en <stor> hus'],
  ])('%s', (_name, flag, change, place) => expect(after(flag, change)).toBe(place))
})

describe('it is fixed by the revision that touches its words', () => {
  test.each([
    [
      'replaced',
      'LKA <Lower Sachsen> stärker',
      'LKA [Lower Sachsen/Niedersachsen] stärker',
      'fixed by 1: LKA <Niedersachsen> stärker',
    ],
    ['of the same length', '<hund>', '[hund/katt]', 'fixed by 1: <katt>'],
    ['replaced with its neighbours', 'en <stor> hus', '[en stor hus/ett stort hus]', 'fixed by 1: <ett stort hus>'],
    ['replaced in part', 'i <Lower Sachsen>', 'i [Lower/Nedre] Sachsen', 'fixed by 1: i <Nedre Sachsen>'],
    ['a word put inside', 'i <Lower Sachsen>', 'i Lower [/stora ]Sachsen', 'fixed by 1: i <Lower stora Sachsen>'],
    ['half of it deleted', 'i <Lower Sachsen>', 'i [Lower /]Sachsen', 'fixed by 1: i <Sachsen>'],
    ['deleted with what stands before', 'i <Lower Sachsen>', '[i Lower /]Sachsen', 'fixed by 1: <Sachsen>'],
    ['grown by letters after it', 'ett <hus>', 'ett hus[/et]', 'fixed by 1: ett <huset>'],
    ['grown by letters before it', 'ett <hus>', 'ett [/sjuk]hus', 'fixed by 1: ett <sjukhus>'],
    ['grown by a hyphen and letters', 'ett <hus>', 'ett hus[/-bygge]', 'fixed by 1: ett <hus-bygge>'],
    ['grown by an ending', 'i <EU>', 'i EU[/:s]', 'fixed by 1: i <EU:s>'],
    ['changed and given a neighbour', 'en <stor> hus', 'en [/röd ]st[o/ö]r hus', 'fixed by 1: en röd <stör> hus'],
  ])('%s', (_name, flag, change, place) => expect(after(flag, change)).toBe(place))
})

describe('it is orphaned where nothing is left', () => {
  test.each([
    ['deleted', 'en <stor> hus', 'en [stor /]hus', 'orphaned by 1: en |hus'],
    ['deleted but for a space', 'en <stor >hus', 'en [stor/] hus', 'orphaned by 1: en | hus'],
    ['its words deleted, not the space between', '<en stor> hus', '[en/] [stor/] hus', 'orphaned by 1: |  hus'],
    ['deleted with its paragraph', 'En.\n<Två>.\nTre.', 'En.\n[Två.\n/]Tre.', 'orphaned by 1: En.\n|Tre.'],
    ['deleted, a word put before', 'en <stor> hus', '[/nu ]en [stor/] hus', 'orphaned by 1: nu en | hus'],
  ])('%s', (_name, flag, change, place) => expect(after(flag, change)).toBe(place))
})

describe('a point, where something is missing', () => {
  test.each([
    ['stays open when text comes elsewhere', 'jag <>hem', '[/nu ]jag hem[/åt]', 'open: nu jag <>hemåt'],
    ['stays open when the word beside it is replaced', 'jag <>hem', 'jag [hem/dit]', 'open: jag <>dit'],
    ['stays open when the word beside it goes', 'jag <>hem', 'jag [hem/]', 'open: jag <>'],
    ['is fixed by text inserted at it', 'jag <>hem', 'jag [/går ]hem', 'fixed by 1: jag <går >hem'],
    [
      'is fixed when what stands around it is replaced',
      'jag <>hem',
      '[jag hem/jag går hem]',
      'fixed by 1: <jag går hem>',
    ],
    ['is orphaned when what stands around it is deleted', 'nu jag <>hem', 'nu [jag hem/]', 'orphaned by 1: nu |'],
    ['is fixed in an empty text', '<>', '[/Hej]', 'fixed by 1: <Hej>'],
  ])('%s', (_name, flag, change, place) => expect(after(flag, change)).toBe(place))
})

describe('along the path', () => {
  test('fixed stays fixed, and what came of it is shown where it is', () => {
    const on = life('en [stor/stort] hus', '[/Nu: ]en stort hus', 'Nu: en [stort/stor] hus', 'Nu: en [stor /]hus')
    expect(through('en <stor> hus', 0, on)).toEqual([
      'open: en <stor> hus',
      'fixed by 1: en <stort> hus',
      'fixed by 1: Nu: en <stort> hus',
      'fixed by 1: Nu: en <stor> hus',
      'fixed by 1: Nu: en <>hus',
    ])
  })

  test('orphaned stays orphaned, though its words are typed again: they are offered, never taken', () => {
    const on = life('en [stor /]hus', 'en [/stor ]hus')
    expect(through('en <stor> hus', 0, on).at(-1)).toMatch(/^orphaned by 1/)
  })

  test('undoing what fixed it opens it again, and redoing fixes it by the same revision', () => {
    const on = life(
      'en [stor/stort] hus står här',
      'en stort hus står [här/där]',
      { undoes: 1, is: 'en [stort/stor] hus står där' },
      { undoes: 3, is: 'en [stor/stort] hus står där' },
    )
    expect(through('en <stor> hus står här', 0, on)).toEqual([
      'open: en <stor> hus står här',
      'fixed by 1: en <stort> hus står här',
      'fixed by 1: en <stort> hus står där',
      'open: en <stor> hus står där',
      'fixed by 1: en <stort> hus står där',
    ])
  })

  test('restoring a revision where it was open opens it', () => {
    const on = life('[en /]stor hus', '[stor /]hus', { restores: 1, is: '[/stor ]hus' })
    expect(through('en <stor> hus', 0, on).slice(2)).toEqual(['orphaned by 2: |hus', 'open: <stor> hus'])
  })

  test('also one from before the flag was set, if its words were there', () => {
    const on = life('[en/ett] stor hus', 'ett [stor/stort] hus', { restores: 0, is: '[ett stort/en stor] hus' })
    expect(through('ett <stor> hus', 1, on)).toEqual([
      'open: ett <stor> hus',
      'fixed by 2: ett <stort> hus',
      'open: en <stor> hus',
    ])
  })

  test('restoring one from before its words were written takes them away', () => {
    const on = life('ett[/ stor] hus', { restores: 0, is: 'ett[ stor/] hus' }, { restores: 1, is: 'ett[/ stor] hus' })
    expect(through('ett <stor> hus', 1, on)).toEqual([
      'open: ett <stor> hus',
      'orphaned by 2: ett| hus',
      'open: ett <stor> hus',
    ])
  })

  test('undoing an older revision leaves it open where its words are not touched', () => {
    const on = life('[en/ett] hus står här', 'ett hus står [här/där]', { undoes: 1, is: '[ett/en] hus står där' })
    expect(through('ett hus står <där>', 2, on)).toEqual(['open: ett hus står <där>', 'open: en hus står <där>'])
  })

  test('undoing the revision that wrote its words is what took them away', () => {
    const on = life(
      '[en/ett] hus',
      'ett hus[/ här]',
      { undoes: 1, is: '[ett/en] hus här' },
      { undoes: 3, is: '[en/ett] hus här' },
    )
    expect(through('<ett> hus här', 2, on)).toEqual([
      'open: <ett> hus här',
      'fixed by 3: <en> hus här',
      'open: <ett> hus här',
    ])
  })

  test('it has no place before it was set', () => {
    expect(() => placeAt(flagged('<a>', 1), life('[b/a]').steps, 0)).toThrow(
      'A flag on revision 1 has no place in revision 0',
    )
  })
})
