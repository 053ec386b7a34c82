import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

forEachStore('taking the text away', open => {
  test('as plain text it is the corrected text, under the article’s own name', async () => {
    const desk = await testDesk(await open(), mt)
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const file = await exportArticle(desk.deps, { articleId: desk.articleId, format: 'txt' })
    expect(file.fileName.utf8).toBe('Prov.txt')
    expect(String(file.body).trim()).toBe(mt.replace('stor', 'liten'))
  })

  test('as JSON it has texts, revisions, changes and flags; as a diff, what was corrected; in every format something', async () => {
    const desk = await testDesk(await open(), mt)
    await setFlag(desk.deps, { person: desk.bo, articleId: desk.articleId }, { ...flagOn(mt, 'stor'), revision: 0 })
    await desk.save(desk.anna, mt.replace('stor', 'liten'), { summary: 'Storlek' })
    const { body } = await exportArticle(desk.deps, { articleId: desk.articleId, format: 'json' })
    expect(JSON.parse(String(body))).toMatchObject({
      revisions: [{ number: 1, author: 'Anna Ek', summary: 'Storlek' }],
      flags: [{ author: 'Bo Ås', words: 'stor', status: 'fixed', fixedBy: 1 }],
    })
    const diff = await exportArticle(desk.deps, { articleId: desk.articleId, format: 'diff' })
    expect(String(diff.body)).toContain('-En stor hund')
    expect(String(diff.body)).toContain('+En liten hund')
    for (const format of ['md', 'html']) {
      const file = await exportArticle(desk.deps, { articleId: desk.articleId, format })
      expect(file.body).toContain('liten hund')
    }
  })

  test('in an unknown format, or of an unknown article, it is refused', async () => {
    const desk = await testDesk(await open(), mt)
    await expect(exportArticle(desk.deps, { articleId: desk.articleId, format: 'wpd' })).rejects.toMatchObject({
      code: 'format-unknown',
    })
    await expect(exportArticle(desk.deps, { articleId: '0000000000000000', format: 'txt' })).rejects.toMatchObject({
      code: 'article-unknown',
    })
  })

  test('a headline that the article is named by is corrected with the text, and stands once', async () => {
    const text = 'Brand i Lower Sachsen\nEn man skadades.'
    const desk = await testDesk(await open(), text, { title: '' })
    await desk.save(desk.anna, text.replace('Lower Sachsen', 'Niedersachsen'))
    const as = async (format: string) => exportArticle(desk.deps, { articleId: desk.articleId, format })
    expect(String((await as('md')).body)).toBe('# Brand i Niedersachsen\n\nEn man skadades.\n')
    const page = String((await as('html')).body)
    expect(page).toContain('<title>Brand i Niedersachsen</title>')
    expect(page.match(/Brand i/g)).toHaveLength(2)
    expect(String((await as('htmlchanges')).body)).not.toContain('<h1>')
    expect((await as('htmlchanges')).fileName.utf8).toBe('Brand i Niedersachsen (ändringar).html')
    expect(String((await as('txt')).body)).toContain('Brand i Niedersachsen\nEn man')
  })
})
