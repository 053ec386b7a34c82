import { messages, languages } from '../../src/i18n/index.ts'
import { actionOf, type Pressed } from '../../src/client/review/keys.ts'
import { shortcuts } from '../../src/wire/shortcuts.ts'

const press = (key: string, over: Partial<Pressed> = {}): Pressed => ({
  key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...over,
}) // prettier-ignore

describe('keys', () => {
  test('single keys act while reading, and nowhere else', () => {
    expect(actionOf(press('f'), 'reading', true)).toBe('flag')
    expect(actionOf(press('f'), 'writing', true)).toBeNull()
    expect(actionOf(press('f'), 'field', true)).toBeNull()
    expect(actionOf(press('?', { shiftKey: true }), 'reading', true)).toBe('help')
  })

  test('they can be switched off; chords then still act', () => {
    expect(actionOf(press('n'), 'reading', false)).toBeNull()
    expect(actionOf(press('n', { altKey: true }), 'reading', false)).toBe('next')
  })

  test('chords act in both modes, by the key’s place', () => {
    for (const place of ['reading', 'writing'] as const)
      expect(actionOf(press('˜', { altKey: true, code: 'KeyN' }), place, true)).toBe('next')
    expect(actionOf(press('s', { ctrlKey: true }), 'writing', true)).toBe('save')
    expect(actionOf(press('s', { metaKey: true }), 'writing', true)).toBe('save')
    expect(actionOf(press('S', { ctrlKey: true, shiftKey: true, code: 'KeyS' }), 'writing', true)).toBe(
      'saveWithSummary',
    )
    expect(actionOf(press('Escape'), 'writing', true)).toBe('read')
  })

  test('in a field only saving acts', () => {
    expect(actionOf(press('s', { ctrlKey: true }), 'field', true)).toBe('save')
    expect(actionOf(press('z', { ctrlKey: true }), 'field', true)).toBeNull()
    expect(actionOf(press('Escape'), 'field', true)).toBeNull()
  })

  test('no key and no chord stands for two things', () => {
    const all = shortcuts.flatMap(s => [...s.keys, ...(s.chord === null ? [] : [s.chord])])
    expect(new Set(all).size).toBe(all.length)
  })

  test('every action can be done by a chord and has its words in every language', () => {
    expect(shortcuts.filter(s => s.chord === null)).toEqual([])
    for (const language of languages)
      expect(Object.keys(messages(language).desk.actions).sort()).toEqual(shortcuts.map(s => s.id as string).sort())
  })
})
