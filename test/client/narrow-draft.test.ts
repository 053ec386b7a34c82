import { changeBetween } from '../../src/text/change.ts'
import { allFields, fieldsOf } from '../../src/client/review/narrow-draft.ts'
import { withRecent } from '../../src/client/review/recent-categories.ts'

const text = 'Ett stort hus.\nEn liten bil.\nSlut.'
const names = ['p0-14', 'p15-28', 'p29-34']
const fields = (after: string, shown = names) => fieldsOf(changeBetween(text, after), text, shown)

describe('a draft in the fields of a form', () => {
  test('only the paragraphs it changes', () => {
    expect(fields('Ett stort hus.\nEn röd bil.\nSlut.')).toEqual({ 'p15-28': 'En röd bil.' })
  })
  test('a split paragraph, and one that is gone', () => {
    expect(fields('Ett stort\nhus.\nEn liten bil.\nSlut.')).toEqual({ 'p0-14': 'Ett stort\nhus.' })
    expect(fields('Ett stort hus.\nSlut.')).toMatchObject({ 'p15-28': '' })
  })
  test('what stands on another page, or joins two fields, cannot be shown', () => {
    expect(fields('Ett stort hus.\nEn liten bil.\nBörja.', names.slice(0, 2))).toBeNull()
    expect(fields('Ett stort hus. En liten bil.\nSlut.')).toBeNull()
  })
  test('of segments a line break inside is a line end in its field, and an emptied one stays', () => {
    const segments = (after: string) => fieldsOf(changeBetween(text, after), text, names, true)
    expect(segments('Ett stort\u2028hus.\nEn liten bil.\nSlut.')).toEqual({ 'p0-14': 'Ett stort\nhus.' })
    expect(segments('Ett stort hus.\n\nSlut.')).toEqual({ 'p15-28': '' })
  })
  test('all pages of one base are one draft', () => {
    const form = (base: number, name: string) => ({ base, at: 0, fields: { [name]: 'x' }, served: {} })
    expect(allFields([form(2, 'p0-1'), form(2, 'p5-6'), form(1, 'p9-9')], 2)).toEqual({ 'p0-1': 'x', 'p5-6': 'x' })
  })
})

test('recent categories: the latest first, each once, with its last severity, five at most', () => {
  const used = (['style/awkward', 'accuracy/omission', 'style/awkward'] as const).reduce<ReturnType<typeof withRecent>>(
    (before, category, i) => withRecent(before, { category, severity: i === 0 ? 'major' : 'minor' }),
    [],
  )
  expect(used).toEqual([
    { category: 'style/awkward', severity: 'minor' },
    { category: 'accuracy/omission', severity: 'minor' },
  ])
})
