import type { Document } from '../../src/formats/document.ts'
import { xliff2 } from '../../src/formats/xliff2.ts'
import { bytesOf, keepsTheContract, outgoing, patchAs, readAs, textOf } from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'
import { keepsFlagsAsNotes, writesUnits } from '../contracts/xliff.ts'

const codes = fixturesOf('xliff2')('codes.xlf')
const wrap = (body: string, attributes = 'trgLang="sv"'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" ${attributes}>${body}</xliff>`
const unit = (body: string, attributes?: string): Uint8Array =>
  bytesOf(wrap(`<file id="f"><unit id="u">${body}</unit></file>`, attributes))

keepsTheContract(xliff2, { exact: true, fixtures: [codes] })

const first = async (bytes: Uint8Array, number = 0): Promise<Document> => {
  const document = (await readAs(xliff2, bytes)).documents[number]
  if (!document) throw new Error('nothing was read')
  return document
}
const original = (bytes: Uint8Array) => ({ bytes, name: 'a.xlf', mapping: undefined })

describe('XLIFF 2 is read', () => {
  test('a file element a document, a segment a line in the order of the targets, layout left out', async () => {
    const { documents, warnings } = await readAs(xliff2, codes)
    expect(documents.map(({ title, language, sourceLanguage }) => [title, sourceLanguage, language])).toEqual([
      ['elen.html', 'de', 'sv'],
      ['f2', 'de', 'sv'],
    ])
    expect(documents[0]?.text.split('\n')).toEqual([
      'Brandkåren kom\u2028klockan 8.',
      'Enligt polisen  såg.',
      '',
      'Ett två.',
      'Tre.',
      'Fem.',
      'Fyra.',
    ])
    expect(documents[0]?.sourceText.split('\n')).toEqual([
      'Die Feuerwehr kam\u2028um 8 Uhr.',
      'Laut der Polizei .',
      'Noch\u2028nicht & nie.',
      'Eins zwei.',
      'Drei.',
      'Fünf.',
      'Vier.',
    ])
    expect(documents[1]?.text).toBe('Slut på\u2028det <hela>')
    expect(warnings).toEqual([
      { code: 'untranslated', n: 1 },
      { code: 'skipped', n: 1, detail: 'translate="no"' },
    ])
  })

  test('codes are marks with their original data as label', async () => {
    const { marks } = await first(codes)
    const seen = marks.filter(mark => mark.kind !== 'raw').map(({ kind, label }) => `${kind} ${label}`)
    expect(seen).toEqual(['pair <b>', 'pair comment', 'pair {3}', 'point %s', 'point U+0002', 'pair its:generic', 'point {5}', 'point {5}']) // prettier-ignore
  })

  test('notes and comments on the target are flags where they stand, and so are ITS issues', async () => {
    const { flags, text } = await first(codes)
    expect(flags.map(({ comment, author, category, from, to }) => [comment, author, category, text.slice(from, to)])).toEqual([
      ['om namnet', '', 'other/other', 'Brandkåren'],
      ['Kontrollera klockslaget', 'Eva', 'other/other', 'Brandkåren kom\u2028klockan 8.'],
      ['fel', '', 'linguistic-conventions/spelling', 'såg'],
    ]) // prettier-ignore
  })
})

describe('XLIFF 2 is written back', () => {
  test('with the corrected words and their state, and all else as it was', async () => {
    const { text } = await first(codes)
    const { bytes } = await patchAs(xliff2, codes, { 0: text.replace('polisen', 'polis & co') })
    const expected = textOf(codes)
      .replace('polisen', 'polis &amp; co')
      .replace('<segment id="s2">', '<segment id="s2" state="translated">')
    expect(textOf(bytes)).toBe(expected)
  })

  test('a missing target comes behind its source; the language of targets is said', async () => {
    const bytes = unit('\n <segment>\n  <source>Eins</source>\n </segment>', '')
    const { bytes: written } = await patchAs(xliff2, bytes, { 0: 'Ett' })
    expect(textOf(written)).toContain(
      '<segment state="translated">\n  <source>Eins</source>\n  <target>Ett</target>\n </segment>',
    )
    expect(textOf(written)).toContain('trgLang="sv"')
  })

  test('by place, where ids are alike', async () => {
    const alike = '<unit id="u"><segment id="s"><source>Eins</source><target>Ett</target></segment></unit>'
    const bytes = bytesOf(wrap(`<file id="f">${alike.repeat(2)}</file><file id="f">${alike}</file>`))
    const { bytes: written } = await patchAs(xliff2, bytes, { 0: 'Ett\nTvå' })
    expect([...textOf(written).matchAll(/<target>(.*?)<\/target>/g)].map(([, target]) => target)).toEqual(['Ett', 'Två', 'Ett']) // prettier-ignore
  }) // prettier-ignore

  test('codes of 1.2 in it are codes, and no words', async () => {
    const bytes = unit('<segment><source>a</source><target><bpt id="1">&lt;b></bpt>Ett<ept id="1">&lt;/b></ept> <g id="2">två</g><x id="3"/></target></segment>') // prettier-ignore
    expect((await first(bytes)).text).toBe('Ett två')
    const { bytes: written } = await patchAs(xliff2, bytes, { 0: 'Ett tvåa' })
    expect(textOf(written)).toContain('<target><bpt id="1">&lt;b></bpt>Ett<ept id="1">&lt;/b></ept> <g id="2">tvåa</g><x id="3"/></target>') // prettier-ignore
  }) // prettier-ignore

  test('approved is final, corrected is reviewed; a sub-state goes with the state it was of', async () => {
    const document = await first(codes)
    const out = outgoing(document, 0, document.text)
    const approved = { ...out, article: { ...out.article, state: 'approved' } }
    const written = textOf(xliff2.patch.make(original(codes), [approved]).bytes)
    expect(written.match(/state="final"/g)).toHaveLength(7)
    expect(written).not.toContain('subState')
    const changed = outgoing(document, 0, document.text.replace('Tre', 'Trea'))
    const corrected = { ...changed, article: { ...changed.article, state: 'corrected' } }
    expect(textOf(xliff2.patch.make(original(codes), [corrected]).bytes).match(/state="reviewed"/g)).toHaveLength(1)
  })

  test.each([
    ['where there are notes', '<notes><note>x</note></notes><segment><source>a</source><target>Källa källa</target></segment>'],
    ['where there are none', '\n <segment>\n  <source>a</source><target>Källa källa</target></segment>'],
  ])('an open flag is a note of its unit, comes back as it was, and is not written twice, %s', (_, body) =>
    keepsFlagsAsNotes(xliff2, unit(body), '<note appliesTo="target" category="accuracy/mistranslation" priority="3"'),
  ) // prettier-ignore
})

test('a new XLIFF 2.1 file has a unit a paragraph with its source, state and flags', () =>
  writesUnits(xliff2, '<segment state="final">'))
