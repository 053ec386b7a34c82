import { docx } from '../../src/formats/docx.ts'
import { docxtracked } from '../../src/formats/docxtracked.ts'
import { emptyDocument } from '../../src/formats/document.ts'
import { keepsTheContract, outgoing, readAs } from '../contracts/formats.ts'
import { asDocx, changedAt as at, paragraph, trackedArticle } from './docx-files.ts'

keepsTheContract(docxtracked, { slow: true })

const article = trackedArticle

describe('an export with tracked changes', () => {
  test('is the MT with all of them rejected, and the corrected text with all accepted', async () => {
    const read = (await readAs(docx, await docxtracked.write(article))).documents[0] ?? emptyDocument
    expect(read.text).toBe(article.mtText)
    expect(read.revisions.at(-1)?.text).toBe(article.text)
  })

  test('says of each who made it, and when', async () => {
    const read = (await readAs(docx, await docxtracked.write(article))).documents[0] ?? emptyDocument
    expect(read.revisions.map(({ author, at: time }) => [author, time])).toEqual([['Anna Berg', at], ['Bo', at + 60_000]]) // prettier-ignore
  })

  test('has each open flag as a comment at its words, and gives it back as it was', async () => {
    const read = (await readAs(docx, await docxtracked.write(article))).documents[0] ?? emptyDocument
    expect(read.flags).toEqual([
      { author: 'Carl Öst', layer: 'shared', at, revision: 2, from: 0, to: 7, category: 'accuracy/mistranslation', severity: 'major', comment: 'Fel <ord> & så', suggestion: 'förslag' },
    ]) // prettier-ignore
  })

  test('of an imported document keeps its styles, and its own changes are told anew', async () => {
    const tracked = `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Stor</w:t></w:r><w:ins w:id="1" w:author="Eva" w:date="2025-01-02T03:04:05Z"><w:r><w:t xml:space="preserve"> hund</w:t></w:r></w:ins></w:p>`
    const file = await asDocx(tracked + paragraph('Slut'))
    const document = (await readAs(docx, file)).documents[0] ?? emptyDocument
    const out = outgoing(document, 0, 'Stort hus\nSlut')
    const { bytes } = await docxtracked.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [out])
    const read = (await readAs(docx, bytes)).documents[0] ?? emptyDocument
    expect([read.text, read.revisions.at(-1)?.text]).toEqual(['Stor\nSlut', 'Stort hus\nSlut'])
  })
})

test('a line end that stands at a table cannot be taken away, and a warning says so', async () => {
  const cells = ['ett', 'två'].map(text => `<w:tr><w:tc>${paragraph(text)}</w:tc></w:tr>`).join('')
  const file = await asDocx(`${paragraph('före')}<w:tbl>${cells}</w:tbl>${paragraph('efter')}`)
  const { documents } = await readAs(docx, file)
  const made = (text: string) =>
    docxtracked.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [outgoing(documents[0]!, 0, text)])
  expect((await made('före\nettvå\nefter')).warnings).toEqual([{ code: 'lines-kept', n: 1 }])
  expect((await made('före\nett\ntre\nefter')).warnings).toEqual([])
})

test('flags on notes, where Word has no comments, are told and not written', async () => {
  const file = await asDocx(paragraph('Text.'), { footnotes: `<w:footnote w:id="2">${paragraph('Not.')}</w:footnote>` })
  const { documents } = await readAs(docx, file)
  const out = outgoing(documents[0]!, 0, 'Text.\nNot.')
  const [flag] = article.flags
  const flags = [flag!, { ...flag!, id: 'g', place: { from: 6, to: 9 } }]
  const { bytes, warnings } = await docxtracked.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [{ ...out, article: { ...out.article, flags } }]) // prettier-ignore
  const read = (await readAs(docx, bytes)).documents[0] ?? emptyDocument
  expect([warnings, read.flags.map(({ from, to }) => [from, to])]).toEqual([[{ code: 'flags-left', n: 1 }], [[0, 5]]])
})
