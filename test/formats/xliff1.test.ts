import { detect, headOf } from '../../src/formats/detect.ts'
import type { Document } from '../../src/formats/document.ts'
import { xliff1 } from '../../src/formats/xliff1.ts'
import { bytesOf, keepsTheContract, outgoing, patchAs, readAs, textOf } from '../contracts/formats.ts'
import { fixturesOf } from '../contracts/fixtures.ts'
import { keepsFlagsAsNotes, writesUnits } from '../contracts/xliff.ts'

const fixture = fixturesOf('xliff1')
const [codes, segments] = [fixture('codes.xlf'), fixture('segments.xlf')]

keepsTheContract(xliff1, { exact: true, fixtures: [codes, segments] })

const wrap = (body: string, attributes = ''): Uint8Array =>
  bytesOf(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="de" target-language="sv" datatype="x"${attributes}><body>${body}</body></file></xliff>`,
  )
const unit = (target: string): Uint8Array => wrap(`<trans-unit id="1"><source>Quelle</source>${target}</trans-unit>`)
const first = async (bytes: Uint8Array): Promise<Document> => {
  const [document] = (await readAs(xliff1, bytes)).documents
  if (!document) throw new Error('nothing was read')
  return document
}
const patched = async (bytes: Uint8Array, text: string, number = 0): Promise<string> =>
  textOf((await patchAs(xliff1, bytes, { [number]: text })).bytes)

test('the versions are told apart, also behind a long comment, and from other XML', () => {
  const found = (source: string): string => detect(bytesOf(source), 'a.xlf').id
  const long = `<!-- ${'x'.repeat(20_000)} -->`
  for (const before of ['', '<?xml version="1.0"?>\n', long]) {
    expect(found(`${before}<xliff version="1.2"/>`)).toBe('xliff1')
    expect(found(`${before}<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>`)).toBe('xliff2')
  }
  expect(xliff1.isIt(headOf(bytesOf('<tmx version="1.4"/>'), 'a.tmx'))).toBe(false)
})

describe('XLIFF 1.2 is read', () => {
  test('a file element a document, a segment a line, source beside target', async () => {
    const { documents, warnings } = await readAs(xliff1, codes)
    expect(documents.map(({ title, language }) => [title, language])).toEqual([
      ['nyheter/elen.html', 'sv'],
      ['två.txt', 'sv-SE'],
    ])
    const [document] = documents
    expect(document?.fixed).toBe(true)
    expect(document?.text.split('\n')).toEqual([
      'Brandkåren kom  klockan 8.',
      'Rad ett\u2028rad två & mer än så <b> & c\u2028nästa',
      'Enligt polisen  larmet',
      '',
      '',
    ])
    expect(document?.sourceText.split('\n')).toEqual([
      'Die Feuerwehr kam  um 8 Uhr.',
      'Rad ett\u2028rad zwei & mehr',
      'Laut der Polizei ',
      'Noch nicht.',
      'Leer.',
    ])
    expect(warnings).toEqual([
      { code: 'untranslated', n: 2 },
      { code: 'skipped', n: 1, detail: 'translate="no"' },
    ])
  })

  test('inline elements are marks that say what they are; halves that belong together are one', async () => {
    const { marks } = await first(codes)
    const seen = marks.filter(mark => mark.kind !== 'raw').map(({ kind, label }) => `${kind} ${label}`)
    expect(seen).toEqual(['pair bold', 'point {2}', 'pair <i>', 'pair {3}', 'point %stext', 'point <u>', 'pair term'])
  })

  test('notes and comments on the target are flags, others are not', async () => {
    const { flags, text } = await first(codes)
    expect(flags.map(({ comment, author, from, to }) => [comment, author, text.slice(from, to)])).toEqual([
      ['Kontrollera klockslaget', 'Eva', 'Brandkåren kom  klockan 8.'],
      ['jfr ordlistan', '', 'larmet'],
    ])
  })

  test('segments of a unit are paired by mid; ITS issues are flags on their words', async () => {
    const { text, sourceText, flags } = await first(segments)
    expect(text.split('\n')).toEqual(['Ett.', '', 'Trä.', '', ''])
    expect(sourceText.split('\n')).toEqual(['Eins.', 'Zwei.', 'Drei.', 'Vier.', 'Fünf.'])
    expect(flags).toMatchObject([
      { category: 'linguistic-conventions/spelling', severity: 'major', comment: 'stavas tre', from: 6, to: 9 },
    ])
  })

  test('a target segment without its source is a line of its own; a target that is not segmented is one with its unit', async () => {
    const seg = (mid: string, text: string): string => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`
    const body = `<source>A B</source><seg-source>${seg('0', 'A')} ${seg('1', 'B')}</seg-source>`
    const more = await first(
      wrap(`<trans-unit id="1">${body}<target>${seg('1', 'b')}${seg('2', 'c')}</target></trans-unit>`),
    )
    expect([more.text, more.sourceText]).toEqual(['\nb\nc', 'A\nB\n'])
    const whole = await first(wrap(`<trans-unit id="1">${body}<target>a b</target></trans-unit>`))
    expect([whole.text, whole.sourceText]).toEqual(['a b', 'A B'])
  })

  test('a file without targets is read, and says that there is nothing to review', async () => {
    const { documents, warnings } = await readAs(xliff1, unit(''))
    expect(documents).toMatchObject([{ text: '', sourceText: 'Quelle' }])
    expect(warnings).toEqual([{ code: 'no-translations' }])
  })

  test('what is no XLIFF 1.2 is refused with the reason', async () => {
    const refused = async (source: string): Promise<unknown> =>
      readAs(xliff1, bytesOf(source)).then(() => 'read', (error: unknown) => error) // prettier-ignore
    expect(await refused('<tmx/>')).toMatchObject({ fault: 'root' })
    expect(await refused('<xliff version="3.0"/>')).toMatchObject({ fault: 'version' })
    expect(await refused('<xliff version="1.2"/>')).toMatchObject({ fault: 'missing' })
    expect(await refused('<!DOCTYPE a [<!ENTITY b "c">]><xliff/>')).toMatchObject({ fault: 'entities' })
    expect(await refused('<xliff version="1.2"><file>')).toMatchObject({ fault: 'xml' })
  })
})

describe('XLIFF 1.2 is written back', () => {
  test('with the corrected words in their place and all else as it was', async () => {
    const { text } = await first(codes)
    const written = await patched(codes, text.replace('polisen', 'polismyndigheten'))
    const expected = textOf(codes)
      .replace('polisen', 'polismyndigheten')
      .replace('approved="yes"', 'approved="no"')
      .replace('state="final"', 'state="translated"')
    expect(written).toBe(expected)
  })

  test('a missing target comes behind its source, with language and state; an empty one is filled', async () => {
    const { text } = await first(codes)
    const lines = text.split('\n')
    lines.splice(3, 2, 'Inte än.', 'Tom < full.')
    const written = await patched(codes, lines.join('\n'))
    expect(written).toContain(
      '<source>Noch nicht.</source><target xml:lang="sv" state="translated">Inte än.</target></trans-unit>',
    )
    expect(written).toContain('<target state="translated">Tom &lt; full.</target>')
  })

  test('segments of a missing target stand as those of the source do', async () => {
    const written = await patched(segments, 'Ett.\nTvå.\nTre.\n\nFem.')
    expect(written).toContain('mid="c"><xlf:mrk mtype="x-its" its:locQualityIssueType="misspelling" its:locQualityIssueSeverity="60" its:locQualityIssueComment="stavas tre">Tre</xlf:mrk>.</xlf:mrk><xlf:mrk mtype="seg" mid="b">Två.</xlf:mrk></xlf:target>') // prettier-ignore
    expect(written).toContain(
      '\n  <xlf:target xml:lang="sv" state="translated"><xlf:mrk mtype="seg" mid="0"></xlf:mrk> <xlf:mrk mtype="seg" mid="1">Fem.</xlf:mrk></xlf:target>',
    )
  })

  test('codes whose words are gone stay, and it is told', async () => {
    const bytes = unit('<target>Den <g id="1">röda</g> bilen<x id="2"/>.</target>')
    const { bytes: out, warnings } = await patchAs(xliff1, bytes, { 0: 'Den bilen.' })
    expect(textOf(out)).toContain('<g id="1"></g>')
    expect(warnings).toEqual([{ code: 'codes-gone', n: 1 }])
  })

  test('a code that a person has put elsewhere stands there', async () => {
    const bytes = unit('<target>Den <g id="1">röda</g> bilen.</target>')
    const document = await first(bytes)
    const out = outgoing(document, 0, document.text, { placed: new Map([['1.1', { from: 9, to: 14 }]]) })
    const written = xliff1.patch.make({ bytes, name: 'a.xlf', mapping: undefined }, [out])
    expect(textOf(written.bytes)).toContain('>Den röda <g id="1">bilen</g>.</target>')
  })

  test('one that would cross another gives way, and it is told', async () => {
    const bytes = unit('<target><g id="1">Den röda</g> bilen <g id="2">kom</g>.</target>')
    const document = await first(bytes)
    const out = outgoing(document, 0, document.text, { placed: new Map([['1.2', { from: 4, to: 14 }]]) })
    const written = xliff1.patch.make({ bytes, name: 'a.xlf', mapping: undefined }, [out])
    expect(textOf(written.bytes)).toContain('<g id="1">Den röda</g><g id="2"> bilen</g> kom.</target>')
    expect(written.warnings).toEqual([{ code: 'codes-crossing', n: 1 }])
  })

  test('an approved article is final and approved in all its units that are translated', async () => {
    const document = await first(codes)
    const out = outgoing(document, 0, document.text)
    const approved = { ...out, article: { ...out.article, state: 'approved' } }
    const written = textOf(xliff1.patch.make({ bytes: codes, name: 'a.xlf', mapping: undefined }, [approved]).bytes)
    expect(written.match(/approved="yes"/g)).toHaveLength(3)
    expect(written.match(/state="final"/g)).toHaveLength(3)
  })

  test('an open flag is a note of its unit, comes back as it was, and is not written twice', () =>
    keepsFlagsAsNotes(
      xliff1,
      unit('\n  <target>Källa källa</target>'),
      '</target>\n  <note from="Eva" annotates="target">[accuracy/mistranslation',
    ))

  test('a file that reads otherwise than it did gets only the lines that were corrected', async () => {
    const bytes = wrap('<trans-unit id="1"><source>A</source><target>Ny</target></trans-unit><trans-unit id="2"><source>B</source><target>bee</target></trans-unit>') // prettier-ignore
    const now = await first(bytes)
    const out = outgoing({ ...now, text: 'Gammal\nbee' }, 0, 'Gammal\nbi')
    const { bytes: written, warnings } = xliff1.patch.make({ bytes, name: 'a.xlf', mapping: undefined }, [out])
    expect((await first(written)).text).toBe('Ny\nbi')
    expect(warnings).toEqual([{ code: 'unlike' }])
  })

  test.each(['utf-16le', 'windows-1252'])('in its own encoding, %s', async encoding => {
    const source = textOf(unit('<target>Gr&#246;n å\r\n</target>'))
    const marked =
      encoding === 'utf-16le' ? `\ufeff${source}` : `<?xml version="1.0" encoding="windows-1252"?>${source}`
    const bytes = new Uint8Array(Buffer.from(marked, encoding === 'utf-16le' ? 'utf16le' : 'latin1'))
    expect(Buffer.from((await patchAs(xliff1, bytes, {})).bytes).equals(Buffer.from(bytes))).toBe(true)
    const { bytes: out } = await patchAs(xliff1, bytes, { 0: 'Grön å ж' })
    expect((await first(out)).text).toBe('Grön å ж')
  })
})

test('a new XLIFF 1.2 file has a unit a paragraph with its source, state and flags', () =>
  writesUnits(xliff1, '<trans-unit id="1" approved="yes">'))
