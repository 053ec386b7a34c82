import { categories } from '../../src/mqm/typology.ts'
import { findCategories } from '../../src/client/review/category-search.ts'

const ids = (query: string) => findCategories('sv', query).flatMap(group => group.choices.map(c => c.id))

describe('searching for a category', () => {
  test('an empty query finds all, grouped by dimension', () => {
    expect(ids('')).toEqual(categories)
    expect(findCategories('sv', '')).toHaveLength(8)
  })
  test('in English, in Swedish, by the beginnings of words', () => {
    expect(ids('wrong term')).toContain('terminology/wrong-term')
    expect(ids('wro')).toContain('terminology/wrong-term')
    expect(ids('stav')).toEqual(['linguistic-conventions/spelling'])
    expect(ids('SPELL')).toContain('linguistic-conventions/spelling')
  })
  test('a dimension’s name finds what is in it', () => {
    expect(ids('accuracy')).toEqual(expect.arrayContaining(['accuracy/omission', 'accuracy/untranslated']))
  })
  test('nothing is called that', () => {
    expect(ids('xyzzy')).toEqual([])
  })
})
