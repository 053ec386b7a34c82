import { severities } from '../../src/mqm/annotation.ts'
import { categories } from '../../src/mqm/typology.ts'
import { categoryOfName, errorOfNames, isNoError, namesOfError, wmtName } from '../../src/mqm/wmt-categories.ts'

test('every category has a name that means it', () => {
  for (const id of categories) expect(categoryOfName(wmtName(id))).toEqual({ category: id, exact: true })
  expect(new Set(categories.map(wmtName)).size).toBe(categories.length)
})

test('every error has names that mean it', () => {
  for (const category of categories)
    for (const severity of severities)
      expect(errorOfNames(namesOfError(category, severity))).toEqual({ category, severity, exact: true })
})

test.each([
  ['Accuracy/Mistranslation', 'accuracy/mistranslation'],
  ['accuracy/mistranslation', 'accuracy/mistranslation'],
  ['Accuracy/Untranslated text', 'accuracy/untranslated'],
  ['Accuracy/Source language fragment', 'accuracy/untranslated'],
  ['Terminology/Inappropriate', 'terminology/wrong-term'],
  ['Terminology/Inconsistent use of terminology', 'terminology/inconsistent'],
  ['Style/Unnatural or awkward', 'style/awkward'],
  ['style/unnatural_or_awkward', 'style/awkward'],
  ['Fluency/Register', 'style/register'],
  ['Fluency/Character encoding', 'linguistic-conventions/character-encoding'],
  ['Linguistic conventions/Textual conventions', 'linguistic-conventions/textual-conventions'],
  ['Locale convention/Date format', 'locale-conventions/date-format'],
  ['Other/-', 'other/other'],
])('%s is %s', (name, id) => {
  expect(categoryOfName(name)).toEqual({ category: id, exact: true })
})

test.each([
  ['Accuracy', 'accuracy/mistranslation'],
  ['Fluency', 'linguistic-conventions/grammar'],
  ['Mistranslation', 'accuracy/mistranslation'],
  ['Accuracy/Hallucination', 'accuracy/mistranslation'],
  ['Style/Bad sentence structure', 'style/awkward'],
  ['Locale convention/Name format', 'linguistic-conventions/textual-conventions'],
  ['Smak', 'other/other'],
  ['', 'other/other'],
])('%s is not quite %s, and so is not forgotten', (name, id) => {
  expect(categoryOfName(name)).toEqual({ category: id, exact: false })
})

test('no translation at all is critical, a fault of the source weighs nothing', () => {
  const critical = { category: 'accuracy/mistranslation', severity: 'critical', exact: false }
  expect(errorOfNames({ category: 'Non-translation!', severity: 'Major' })).toEqual(critical)
  expect(errorOfNames({ category: 'Non-translation', severity: 'Non-translation' })).toEqual(critical)
  const nothing = { category: 'other/other', severity: 'neutral', exact: false }
  expect(errorOfNames({ category: 'Source error/-', severity: 'Minor' })).toEqual(nothing)
})

test('severities are read in any case; one that is not MQM’s weighs nothing', () => {
  const spelling = { category: 'linguistic-conventions/spelling', exact: true }
  expect(errorOfNames({ category: 'Fluency/Spelling', severity: 'MAJOR' })).toEqual({ ...spelling, severity: 'major' })
  expect(errorOfNames({ category: 'Fluency/Spelling', severity: 'Trivial' })).toEqual({ ...spelling, severity: 'neutral', exact: false }) // prettier-ignore
})

test('no error is told in any spelling', () => {
  for (const name of ['no-error', 'No-error', 'No error', 'no_error']) expect(isNoError(name)).toBe(true)
  for (const name of ['', 'Minor', 'no-errors']) expect(isNoError(name)).toBe(false)
})
