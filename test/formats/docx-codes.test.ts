import fc from 'fast-check'
import { emptyDocument, type Document, type Mark } from '../../src/formats/document.ts'
import { docx } from '../../src/formats/docx.ts'
import { docxtracked } from '../../src/formats/docxtracked.ts'
import { placeMarks } from '../../src/text/marks.ts'
import type { Span } from '../../src/text/span.ts'
import { outgoing, readAs } from '../contracts/formats.ts'
import { asDocx, mainXml, paragraph } from './docx-files.ts'

const run = (text: string, properties = ''): string => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>` // prettier-ignore
const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const field = (code: string, result: string): string =>
  `${sign('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${sign('separate')}${result}${sign('end')}`
const note = (id: number): string => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>` // prettier-ignore
const linked = '<w:rStyle w:val="Hyperlink"/>'
const styles = `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style><w:style w:type="character" w:styleId="c7"><w:name w:val="Emphasis"/></w:style>`

const read = async (bytes: Uint8Array): Promise<Document> => (await readAs(docx, bytes)).documents[0] ?? emptyDocument
const told = ({ text, marks }: Document): string[] => marks.map(({ label, from, to }) => `${label} ${text.slice(from, to)}`.trim()) // prettier-ignore
const codesOf = async (body: string): Promise<string[]> => told(await read(await asDocx(body, { styles })))

describe('inline codes of a DOCX are', () => {
  test('words that look otherwise than those around them', async () => {
    const words = `${run('En ')}${run('fet', '<w:b/>')}${run(' och ')}${run('kursiv', '<w:i/><w:u w:val="single"/>')}${run(', H')}${run('2', '<w:vertAlign w:val="subscript"/>')}${run('O, ')}${run('betonat', '<w:rStyle w:val="c7"/>')}`
    expect(await codesOf(`<w:p>${words}</w:p>`)).toEqual(['<b> fet', '<i u> kursiv', '<sub> 2', '<Emphasis> betonat'])
  })

  test('links, fields and what stands at a place: notes, pictures, formulas', async () => {
    const picture =
      '<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr descr="En hund"/></wp:inline></w:drawing></w:r>'
    const link = `<w:hyperlink w:anchor="b">${run('länk', linked)}</w:hyperlink>`
    const fields = field(' HYPERLINK "https://x.se/" ', run('sida', linked)) + field(' PAGE ', run('7'))
    const body = `<w:p>${run('En ')}${link}${note(2)}${fields}<w:fldSimple w:instr="DATE">${run('i dag')}</w:fldSimple>${picture}<m:oMath xmlns:m="urn:m"/></w:p>`
    expect(await codesOf(body)).toEqual(['#b länk', '[^1]', 'https://x.se/ sida', '{PAGE} 7', '{DATE} i dag', '<img En hund>', '<math>']) // prettier-ignore
  })

  test('not what programs put in by themselves', async () => {
    const noise = `<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:proofErr w:type="spellStart"/>${run('En ', '<w:lang w:val="sv-SE"/>')}<w:bookmarkEnd w:id="1"/><w:r w:rsidR="1"><w:lastRenderedPageBreak/><w:t xml:space="preserve">hund</w:t></w:r>${run(' ', '<w:b/>')}${run('här', '<w:b w:val="0"/><w:color w:val="000000"/>')}`
    const contents = `<w:hyperlink w:anchor="_Toc12">${run('Kapitel')}${field(' PAGEREF _Toc12 \\h ', run('3'))}</w:hyperlink>${field(' XE "hund" ', '')}`
    expect(await codesOf(`<w:p>${noise}</w:p><w:p>${contents}</w:p>`)).toEqual([])
  })

  test('one where runs beside each other look alike, and none where a whole paragraph or link does', async () => {
    const parts = (properties: string) =>
      run('ett', properties) + run(' ') + run('två', properties + '<w:sz w:val="20"/>')
    const body = `<w:p>${run('x ')}${parts('<w:b/>')}</w:p><w:p>${parts('<w:b/>')}</w:p><w:p>${run('y ')}<w:hyperlink w:anchor="b">${parts('<w:b/>')}</w:hyperlink></w:p>`
    expect(await codesOf(body)).toEqual(['<b> ett två', '#b ett två'])
  })
})

const body = `<w:p>${run('Sagan om ')}${run('den feta', '<w:b/>')}${run(' hunden')}${note(2)}${run(' och ')}<w:hyperlink w:anchor="a">${run('en ', linked)}${run('stark', `${linked}<w:i/>`)}${run(' länk', linked)}</w:hyperlink></w:p><w:p><w:hyperlink w:anchor="b">${run('Länk')}</w:hyperlink>${run(' sidan ')}${field(' REF x ', run('sju ett'))}${run(' kursivt', '<w:i/>')}${run(' slut.')}${note(3)}</w:p>${paragraph('Sist.')}`
const file = await asDocx(body, { styles })
const document = await read(file)
const { text } = document

/** For each letter the pairs around it, then the places of the others. */
function standing(words: string, marks: readonly (Span & Pick<Mark, 'kind' | 'label'>)[]): string[] {
  const around = Array.from({ length: words.length }, (_, i) => marks.filter(({ kind, from, to }) => kind === 'pair' && from <= i && to > i).map(({ label }) => label).sort().join(' ')) // prettier-ignore
  const points = marks.filter(({ kind }) => kind === 'point').map(({ label, from }) => `${label} at ${from}`)
  return [...around.map((labels, i) => (words[i] === ' ' ? '' : labels)), ...points]
}

const made = async (corrected: string, put: Readonly<Record<string, Span>> = {}, format: typeof docx | typeof docxtracked = docx) => {
  const placed = new Map(Object.entries(put).map(([label, span]) => [document.marks.find(mark => mark.label === label)?.id ?? '', span])) // prettier-ignore
  const out = outgoing(document, 0, corrected, { placed })
  const { bytes, warnings } = await format.patch.make({ bytes: file, name: 'a.docx', mapping: undefined }, [out])
  return { out, bytes, warnings, after: await read(bytes) }
} // prettier-ignore

const edits = fc.array(
  fc.record({ line: fc.nat(2), at: fc.nat(), length: fc.nat({ max: 12 }), insert: fc.constantFrom('', '', 'ord', ' två ord ', '. Slut', ' ') }),
  { minLength: 1, maxLength: 3 },
) // prettier-ignore

test('in a corrected document they stand where the desk has shown them', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async given => {
      const lines = text.split('\n')
      for (const { line, at, length, insert } of given) {
        const words = lines[line] ?? ''
        const from = at % (words.length + 1)
        lines[line] = words.slice(0, from) + insert + words.slice(from + length)
      }
      const corrected = lines.join('\n')
      const { out, after } = await made(corrected)
      const wanted = placeMarks(text, document.marks, out.edits)
      const shown = wanted.filter(({ gone, mark }) => !gone || mark.kind === 'point').map(({ mark, from, to }) => ({ ...mark, from, to })) // prettier-ignore
      expect(after.text).toBe(corrected)
      expect(standing(corrected, after.marks)).toEqual(standing(corrected, shown))
    }),
    { numRuns: 150, seed: 20250617 },
  )
})

test('a note stays behind its word when that gets an ending, and before what comes after it', async () => {
  expect((await made(text.replace('hunden', 'hundens'))).after.marks[1]).toMatchObject({ label: '[^1]', from: 25 })
  expect((await made(text.replace('hunden', 'hunden, ja,'))).after.marks[1]).toMatchObject({ label: '[^1]', from: 24 })
})

describe('a code whose words are gone', () => {
  const without = text.replace('en stark länk', 'slut')

  test('is told: a link, a field, a note in the midst of what was replaced', async () => {
    expect((await made(text.replace(' och en stark länk', ''))).warnings).toEqual([{ code: 'codes-gone', n: 1 }])
    expect((await made(text.replace('sidan sju ett kursivt', 'x'))).warnings).toEqual([{ code: 'codes-gone', n: 1 }])
    const { warnings, after } = await made(text.replace('hunden och', 'x'))
    expect([warnings, told(after)[1]]).toEqual([[{ code: 'codes-gone', n: 1 }], '[^1]'])
  })

  test.each([docx, docxtracked])('is put around other words, as $id', async format => {
    const [sagan, slut] = [
      { from: 0, to: 5 },
      { from: without.indexOf('slut'), to: without.indexOf('slut') + 4 },
    ]
    const { bytes, warnings } = await made(without, { '#a': sagan, '<b>': slut }, format)
    const xml = await mainXml(bytes)
    expect(warnings).toEqual([])
    expect(xml).toContain(`<w:hyperlink w:anchor="a">${run('Sagan', linked)}</w:hyperlink>`)
    expect(xml).toContain(run('den feta'))
    expect(xml).toContain(run('slut', '<w:b/>'))
  })

  test('is put at a place: a note', async () => {
    const { after } = await made(text, { '[^1]': { from: 5, to: 5 } })
    expect(after.marks[0]).toMatchObject({ label: '[^1]', from: 5 })
    expect(after.text).toBe(text)
  })

  test('a field takes its signs along', async () => {
    const at = text.indexOf('slut')
    const { after } = await made(text, { '{REF}': { from: at, to: at + 4 } })
    expect(told(after)).toContain('{REF} slut')
  })

  test('with tracked changes all of them rejected give the MT', async () => {
    const { after } = await made(without, { '#a': { from: 0, to: 5 } }, docxtracked)
    expect([after.text, after.revisions.at(-1)?.text]).toEqual([text, without])
  })
})

test('a code of a document that was corrected in its file cannot be put elsewhere, and a warning says so', async () => {
  const changed = await asDocx(
    `<w:p>${run('En ', '<w:b/>')}${run('hund')}<w:ins w:id="1" w:author="A">${run(' till')}</w:ins></w:p>`,
  )
  const of = await read(changed)
  const out = outgoing(of, 0, 'En hund till', { placed: new Map([['0', { from: 3, to: 7 }]]) })
  const { bytes, warnings } = await docx.patch.make({ bytes: changed, name: 'a.docx', mapping: undefined }, [out])
  expect([warnings, Buffer.compare(bytes, changed)]).toEqual([[{ code: 'codes-crossing', n: 1 }], 0])
})

test('paragraphs that are split and made one at once are so in a document that has tracked changes', async () => {
  const mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
  const changed = await asDocx(`${paragraph('Ett.')}<w:p>${mark}${run('Två')}</w:p>${paragraph('tre.')}`)
  const of = await read(changed)
  const { bytes } = await docx.patch.make({ bytes: changed, name: 'a.docx', mapping: undefined }, [outgoing(of, 0, 'Ett.\nT\nvåtr\ne')]) // prettier-ignore
  expect((await read(bytes)).text).toBe('Ett.\nT\nvåtr\ne')
})
