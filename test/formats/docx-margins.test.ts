import { emptyDocument, type Document } from '../../src/formats/document.ts'
import { docx } from '../../src/formats/docx.ts'
import { docxtracked } from '../../src/formats/docxtracked.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { unzip } from '../../src/formats/lib/unzip.ts'
import { exported, outgoing, readAs } from '../contracts/formats.ts'
import { asDocx, mainXml, paragraph } from './docx-files.ts'

const read = async (bytes: Uint8Array): Promise<Document> => (await readAs(docx, bytes)).documents[0] ?? emptyDocument
/** A section headed by r0 and footed by r1. @param inner of its properties */
const section = (type: string, inner = ''): string => `<w:sectPr xmlns:r="r"><w:headerReference w:type="${type}" r:id="r0"/><w:footerReference w:type="${type}" r:id="r1"/>${inner}</w:sectPr>` // prettier-ignore
const field = (code: string): string => `<w:fldSimple w:instr="${code}"><w:r><w:t>7</w:t></w:r></w:fldSimple>`
const numbered = `<w:p><w:r><w:t>– </w:t></w:r>${field('PAGE')}</w:p>`
const header = paragraph('Räddningstjänsten') + paragraph('') + numbered
const footer = `<w:p><w:r><w:t xml:space="preserve">Sida </w:t></w:r>${field('PAGE')}</w:p>`
const partOf = async (bytes: Uint8Array, name: string): Promise<string> => Buffer.from((await unzip(bytes, { format: 'DOCX', limits: usualLimits })).get(name) ?? []).toString() // prettier-ignore

const file = await asDocx(
  `<w:p><w:pPr>${section('default')}</w:pPr><w:r><w:t>Ett.</w:t></w:r></w:p>${paragraph('Två.')}${section('default')}`,
  { header, footer, footnotes: `<w:footnote w:id="2">${paragraph('Not.')}</w:footnote>` },
)
const document = await read(file)

describe('headers and footers', () => {
  test('come last, each once, with a warning; not what is empty or only numbers pages', async () => {
    const { documents, warnings } = await readAs(docx, file)
    expect(documents[0]?.text).toBe('Ett.\nTvå.\nNot.\nRäddningstjänsten\nSida 7')
    expect(documents[0]?.marks.map(({ label }) => label)).toEqual(['{PAGE}'])
    expect(warnings).toEqual([{ code: 'reading-order' }])
  })

  test.each([
    ['first', '', 'a'],
    ['first', '<w:titlePg/>', 'a\nRäddningstjänsten\nSida 7'],
    ['even', '', 'a'],
  ])('that no page shows are not read: of the %s pages, %j', async (type, inner, text) => {
    expect((await read(await asDocx(paragraph('a') + section(type, inner), { header, footer }))).text).toBe(text)
  })

  test('of even pages are read where these differ from odd ones', async () => {
    const parts = { header, footer, settings: '<w:evenAndOddHeaders/>' }
    expect((await read(await asDocx(paragraph('a') + section('even'), parts))).text).toContain('Sida')
  })

  test.each([docx, docxtracked])('are corrected in their own parts, and nothing else is: $id', async format => {
    const text = document.text.replace('Räddnings', 'Kustbevaknings')
    const { bytes } = await format.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [outgoing(document, 0, text)]) // prettier-ignore
    const now = await read(bytes)
    expect([now.text, now.revisions.at(-1)?.text ?? now.text]).toEqual([format === docx ? text : document.text, text])
    expect(await mainXml(bytes)).toBe(await mainXml(file))
    expect(await partOf(bytes, 'doc/footer.xml')).toBe(await partOf(file, 'doc/footer.xml'))
    expect(await partOf(bytes, 'doc/header.xml')).toContain(numbered)
  })

  test('keep what is split off in a tracked change, without a letter as it is', async () => {
    const text = document.text.replace('Sida 7', 'Sida\n 7')
    const { bytes } = await docxtracked.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [outgoing(document, 0, text)]) // prettier-ignore
    expect((await read(bytes)).text).toBe(document.text)
  })

  test('of a document that was imported before they were read stay as they are', async () => {
    const mtText = 'Ett.\nTvå.\nNot.'
    const article = exported({ mtText, text: 'Ett.\nTre.\nNot.' })
    const out = { number: 0, article, edits: [{ from: 5, to: 8, insert: 'Tre' }], placed: new Map() }
    const { bytes, warnings } = await docx.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [out])
    expect(warnings).toEqual([])
    expect((await read(bytes)).text).toBe(document.text.replace('Två', 'Tre'))
  })
})
