import fc from 'fast-check'
import { asExported } from '../../../src/app/exports/as-exported.ts'
import { convertFile } from '../../../src/app/exports/convert-file.ts'
import { codesOfDocument, withCodes } from '../../../src/app/exports/with-codes.ts'
import { emptyDocument, type Document } from '../../../src/formats/document.ts'
import { formats, writerOf, writes } from '../../../src/formats/index.ts'
import { unzip } from '../../../src/formats/lib/unzip.ts'
import { usualLimits } from '../../../src/formats/limits.ts'
import { applyChange, readChange } from '../../../src/text/change.ts'
import { readAs } from '../../contracts/formats.ts'

const at = Date.UTC(2026, 0, 15)

const files: Readonly<Record<string, string>> = {
  po: 'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgid "%d files in {folder}"\nmsgstr "%d filer i {folder}"\n',
  xliff1: `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="sv" datatype="plaintext"><body>
<trans-unit id="1"><source><ph id="1">%d</ph> files in <x id="2" equiv-text="{folder}"/></source><target><ph id="1">%d</ph> filer i <x id="2" equiv-text="{folder}"/><x id="3"/></target></trans-unit></body></file></xliff>`,
  xliff2: `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="sv"><file id="f"><unit id="u"><originalData><data id="d">%d</data></originalData>
<segment><source><ph id="1" dataRef="d"/> files in <ph id="2" equiv="{folder}" disp="[folder]"/></source><target><ph id="1" dataRef="d"/> filer i <ph id="2" equiv="{folder}" disp="[folder]"/></target></segment></unit></file></xliff>`,
  tmx: `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg><ph>%d</ph> files in <ph>{folder}</ph></seg></tuv><tuv xml:lang="sv"><seg><ph>%d</ph> filer i <ph>{folder}</ph></seg></tuv></tu></body></tmx>`,
}

const documentOf = async (id: string, content: string): Promise<Document> => {
  return (await readAs(writerOf(id), Buffer.from(content))).documents[0] ?? emptyDocument
}

/** All that is written in a file; of an archive, in the files in it. */
async function wordsIn(bytes: Uint8Array): Promise<string> {
  const file = Buffer.from(bytes)
  if (file.subarray(0, 2).toString() !== 'PK') return file.toString()
  const parts = await unzip(file, { format: '', limits: usualLimits })
  return [...parts.values()].map(part => Buffer.from(part).toString()).join('\n')
}

const woven = (document: Document) => withCodes(asExported(document, at), codesOfDocument(document))

describe('codes that have a text', () => {
  test.each(Object.keys(files))('of %s stand in text and source, as characters', async id => {
    const document = await documentOf(id, files[id] ?? '')
    expect(document.text).toBe(' filer i ')
    const { text, mtText, sourceText } = woven(document)
    expect([text, mtText, sourceText]).toEqual(['%d filer i {folder}', '%d filer i {folder}', '%d files in {folder}'])
  })

  // what shows corrections alone has none to show
  const targets = formats.filter(writes).filter(({ id }) => id !== 'diff')
  test.each(
    Object.keys(files).flatMap(from => targets.flatMap(({ id }) => (id === from ? [] : [[from, id] as const]))),
  )('of %s stand in a new file of %s', async (from, id) => {
    const file = { name: `a.${from}`, bytes: Buffer.from(files[from] ?? ''), format: from }
    const read = { format: writerOf(from), reading: await readAs(writerOf(from), file.bytes) }
    const { bytes } = await convertFile(file, read, writerOf(id), at)
    // Markdown escapes what could be markup, and words of QE are parted by spaces
    expect((await wordsIn(bytes)).replace(/\\(?=[{}])|\s/g, '')).toContain('%dfileri{folder}')
  })

  it('leaves out what only formats', async () => {
    const document = await documentOf('xliff1', (files['xliff1'] ?? '').replace('<x id="3"/>', '<x id="3" equiv-text="&lt;br>"/> <bpt id="4">&lt;b></bpt>nu<ept id="4">&lt;/b></ept>')) // prettier-ignore
    expect(woven(document).text).toBe('%d filer i {folder} nu')
  })

  it('keeps flags, corrections and revisions on their words', async () => {
    const document = await documentOf('po', files['po'] ?? '')
    const [from, to] = [document.text.indexOf('filer'), document.text.indexOf('filer') + 5]
    const flag = { author: 'Anna', layer: 'shared', at, revision: 0, category: 'accuracy/mistranslation', severity: 'major', comment: '', suggestion: '', from, to } as const // prettier-ignore
    const corrected = document.text.replace('filer', 'mappar')
    const article = woven({
      ...document,
      flags: [flag],
      revisions: [{ author: 'Anna', at, summary: '', text: corrected }],
    })
    expect(article.text).toBe('%d mappar i {folder}')
    expect(article.flags[0]).toMatchObject({ words: 'filer', from: 3, to: 8 })
    expect(article.corrections).toMatchObject([{ before: 'filer', after: 'mappar', from: 3, fromB: 3, author: 'Anna' }])
    const change = readChange(JSON.stringify(article.revisions[0]?.change))
    expect(applyChange(article.mtText, change)).toBe(article.text)
  })

  it('puts a code where a person has put it', async () => {
    const document = await documentOf('po', files['po'] ?? '')
    const [first] = document.marks
    const end = document.text.length
    const codes = { ...codesOfDocument(document), put: new Map([[first?.id ?? '', { from: end, to: end }]]) }
    const article = withCodes(asExported(document, at), codes)
    expect([article.mtText, article.text]).toEqual(['%d filer i {folder}', ' filer i {folder}%d'])
  })

  it('gives every string of a PO file back as the file has it', async () => {
    const part = fc.constantFrom('%s', '{name}', 'ord ', '<b>', '</b>', '%d', ' ', '100 %', '%%')
    const string = fc.array(part, { minLength: 1, maxLength: 8 }).map(parts => parts.join(''))
    await fc.assert(
      fc.asyncProperty(string, string, async (source, text) => {
        const entry = (id: string, value: string) => `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(value)}\n\n`
        const content = entry('', 'Language: sv\n') + entry(`A word ${source}`, `Ord ${text}`)
        const article = woven(await documentOf('po', content))
        expect([article.sourceText, article.text]).toEqual([`A word ${source}`, `Ord ${text}`])
      }),
      { numRuns: 200, seed: 20250617 },
    )
  })
})
