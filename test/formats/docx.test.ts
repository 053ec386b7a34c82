import { docx } from '../../src/formats/docx.ts'
import { emptyDocument, type Document } from '../../src/formats/document.ts'
import { keepsTheContract, patchAs, readAs } from '../contracts/formats.ts'
import { asDocx, mainXml, paragraph, strict } from './docx-files.ts'

const readBody = async (...given: Parameters<typeof asDocx>): Promise<Document> =>
  (await readAs(docx, await asDocx(...given))).documents[0] ?? emptyDocument

const tracked = (kind: string, author: string, date: string, inner: string): string =>
  `<w:${kind} w:id="1" w:author="${author}" w:date="${date}">${inner}</w:${kind}>`
const run = (text: string, properties = ''): string => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
const bold = '<w:rPr><w:b/></w:rPr>'

const styled = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Rubrik')}</w:p><w:p><w:bookmarkStart w:id="0" w:name="a"/>${run('En ')}${run('fet', bold)}${run(' hund &amp; en ')}<w:hyperlink w:anchor="a">${run('länk')}</w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}<w:bookmarkEnd w:id="0"/></w:p><w:p/>${paragraph('Slut.')}<w:sectPr/>`

keepsTheContract(docx, { exact: true, slow: true, fixtures: [await asDocx(styled), await asDocx(paragraph('Strikt'), {}, strict)] }) // prettier-ignore

describe('the text of a DOCX', () => {
  test('is a paragraph a line, with tabs, breaks, hyphens and symbols as characters', async () => {
    const body = `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('cell')}</w:tc></w:tr></w:tbl>`
    expect((await readBody(body)).text).toBe('a\tb\u2028c\u2011\u00ad•\ncell')
  })

  test('has the results of fields, and not their codes', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = `<w:p>${field('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${field('separate')}${run('i dag')}${field('end')}</w:p>`
    expect((await readBody(body)).text).toBe('i dag')
  })

  test('has what is drawn in two ways once, and text boxes last', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('ruta')}</mc:Choice><mc:Fallback>${box('ruta')}</mc:Fallback></mc:AlternateContent></w:r>${run('Först')}</w:p>${paragraph('Sedan')}`
    const { documents, warnings } = await readAs(docx, await asDocx(body))
    expect(documents[0]?.text).toBe('Först\nSedan\nruta')
    expect(warnings).toEqual([{ code: 'reading-order' }])
  })
})

describe('tracked changes', () => {
  test('are a revision an author, in the order of their dates', async () => {
    const body = `<w:p>${run('En ')}${tracked('ins', 'Bo', '2025-01-02T00:00:00Z', run('liten '))}${tracked('del', 'Anna', '2025-01-01T00:00:00Z', gone('stor '))}${run('hund')}</w:p>`
    const { text, revisions } = await readBody(body)
    expect(text).toBe('En stor hund')
    expect(revisions.map(each => [each.author, each.text])).toEqual([['Anna', 'En hund'], ['Bo', 'En liten hund']]) // prettier-ignore
  })

  test('of the mark of a paragraph join and split', async () => {
    const mark = (kind: string) => `<w:pPr><w:rPr><w:${kind} w:id="1" w:author="A"/></w:rPr></w:pPr>`
    const body = `<w:p>${mark('ins')}${run('a')}</w:p><w:p>${mark('del')}${run('b')}</w:p>${paragraph('c')}`
    const { text, revisions } = await readBody(body)
    expect([text, revisions[0]?.text]).toEqual(['ab\nc', 'a\nbc'])
  })

  test('of rows take the row away', async () => {
    const row = (text: string, properties = '') => `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc></w:tr>`
    const body = `<w:tbl>${row('a')}${row('b', '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>')}</w:tbl>`
    const { text, revisions } = await readBody(body)
    expect([text, revisions[0]?.text]).toEqual(['a\nb', 'a'])
  })

  test('are resolved by the corrected text', async () => {
    const body = `<w:p>${run('En ')}${tracked('ins', 'Bo', '2025-01-02T00:00:00Z', run('liten ', bold))}${tracked('del', 'Bo', '2025-01-02T00:00:00Z', gone('stor '))}${run('hund')}</w:p>`
    const { bytes } = await patchAs(docx, await asDocx(body), { 0: 'En liten katt' })
    const xml = await mainXml(bytes)
    expect(xml).toContain(run('liten ', bold))
    expect(xml).not.toMatch(/stor|hund|w:ins|w:del/)
  })
})

test('comments are flags at their words, with what answers them', async () => {
  const body = `<w:p>${run('En ')}<w:commentRangeStart w:id="7"/>${run('hund')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r></w:p>`
  const comment = (id: number, author: string, paraId: string, text: string) => `<w:comment w:id="${id}" w:author="${author}" w:date="2025-01-01T00:00:00Z"><w:p w14:paraId="${paraId}">${run(text)}</w:p></w:comment>` // prettier-ignore
  const { flags } = await readBody(body, {
    comments: comment(7, 'Anna', 'A1', 'Katt?') + comment(8, 'Bo', 'B2', 'Ja.'),
    commentsExtended: '<w15:commentEx w15:paraId="B2" w15:paraIdParent="A1"/>',
  })
  expect(flags).toEqual([
    { author: 'Anna', layer: 'shared', at: Date.UTC(2025, 0, 1), revision: 0, from: 3, to: 7, category: 'other/other', severity: 'neutral', comment: 'Katt?\n— Bo: Ja.', suggestion: '' },
  ]) // prettier-ignore
})

test('a comment that is marked as done is a flag that was dismissed', async () => {
  const body = `<w:p><w:commentRangeStart w:id="7"/>${run('hund')}<w:commentRangeEnd w:id="7"/></w:p>`
  const { flags } = await readBody(body, {
    comments: `<w:comment w:id="7" w:author="Anna"><w:p w14:paraId="A1">${run('Katt?')}</w:p></w:comment>`,
    commentsExtended: '<w15:commentEx w15:paraId="A1" w15:done="1"/>',
  })
  expect(flags).toMatchObject([{ comment: 'Katt?', from: 0, to: 4, dismissedReason: '✓ DOCX' }])
})

describe('a corrected document', () => {
  const patched = async (text: string): Promise<string> =>
    mainXml((await patchAs(docx, await asDocx(styled), { 0: text })).bytes)

  test('differs only where words were corrected: bold words stay bold, links links', async () => {
    const before = await mainXml(await asDocx(styled))
    const after = await patched('Rubrik\nEn fetare hund & en länk.\n\nSlut.')
    expect(after).toBe(before.replace('>fet<', '>fetare<'))
  })

  test('has a split paragraph in the style of the first', async () => {
    expect(await patched('Rub\nrik\nEn fet hund & en länk.\n\nSlut.')).toContain(`<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Rub')}</w:p><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('rik')}</w:p>`) // prettier-ignore
  })

  test('keeps footnotes and bookmarks of paragraphs that become one', async () => {
    const xml = await patched('Rubrik\nSlut.')
    expect(xml).toContain('footnoteReference')
    expect(xml).toContain('bookmarkEnd')
  })
})

test.each(['', 'PK', 'inte en zip'])('what is no archive is refused: %j', async text => {
  await expect(readAs(docx, Buffer.from(text))).rejects.toMatchObject({ fault: 'zip' })
})
