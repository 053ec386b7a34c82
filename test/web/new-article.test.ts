import { forEachStore } from '../contracts/stores.ts'
import { openSite } from './site.ts'

const swedish =
  'Kommunen säger att skolan fick nya fönster i höst och att alla är nöjda med hur det gick, trots förseningen.'

forEachStore('new article', open => {
  test('a pasted text becomes an article, and is opened', async () => {
    const site = await openSite(await open())
    const made = await site.form('/articles', { text: swedish, title: 'Skolan', system: 'Opus-MT' })
    expect([made.status, made.headers['location']]).toEqual([
      303,
      expect.stringMatching(/^\/articles\/\w{16}$/) as string,
    ])
    expect((await site.get(made.headers['location'] ?? '')).text).toContain('Skolan')
  })

  test('the same text is asked about; another language, foreign paragraphs are told, not refused', async () => {
    const site = await openSite(await open())
    await site.form('/articles', { text: swedish, title: 'Först' })
    const twin = await site.form('/articles', { text: swedish })
    expect([twin.status, twin.text.includes('Först')]).toEqual([200, true])
    const english =
      'The municipality says that the school was given new windows in the autumn and that everyone is pleased with it.'
    expect((await site.form('/articles', { text: english })).text).toContain('seems to be English')
    const other = await openSite(await open())
    const mixed = await other.form('/articles', { text: `${swedish}\n${swedish} Igen.\n${english}` })
    expect(mixed.text).toContain('Paragraph 3, English')
  })

  test('what is refused says why, and what was typed is still in the form', async () => {
    const site = await openSite(await open(), { textBytes: 2000 })
    const cases: [string, string, number][] = [
      ['   ', 'empty', 400],
      ['a\u0000b', 'NUL', 400],
      ['x'.repeat(2500), 'too large', 413],
    ]
    for (const [text, reason, status] of cases) {
      const answer = await site.form('/articles', { text, title: 'Rubriken', sourceText: 'Källan' })
      expect([answer.status, answer.text.includes(reason)]).toEqual([status, true])
      expect(answer.text).toContain('value="Rubriken"')
      expect(answer.text).toContain('Källan')
    }
    const nameless = await site.form('/articles', { text: swedish }, 'rp_language=en')
    expect([nameless.status, nameless.text.includes(swedish)]).toEqual([403, true])
    expect((await site.form('/articles', { text: swedish, name: 'Ny Person' }, 'rp_language=en')).status).toBe(303)
  })
})
