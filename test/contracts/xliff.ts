import type { ExportedFlag, Format } from '../../src/formats/format.ts'
import { exported, outgoing, readAs, textOf, writeAs } from './formats.ts'

const flag = (given: Partial<ExportedFlag>): ExportedFlag => ({
  id: 'f1', author: 'Eva', layer: 'shared', revision: 0, from: 0, to: 4, words: 'Källa', place: { from: 0, to: 5 }, category: 'accuracy/mistranslation',
  severity: 'major', comment: 'Fel ord', suggestion: 'Brunn', at: Date.UTC(2025, 5, 19), status: 'open', fixedBy: null, dismissedReason: '', ...given,
}) // prettier-ignore

/** An open flag is a note of its unit, comes back as it was, and is not written twice. @param bytes whose one target is `Källa källa` */
export async function keepsFlagsAsNotes(format: Format, bytes: Uint8Array, note: string): Promise<void> {
  const make = async (file: Uint8Array): Promise<Uint8Array> => {
    const written = await format.patch?.make({ bytes: file, name: 'a.xlf', mapping: undefined }, [out])
    return written?.bytes ?? new Uint8Array()
  }
  const [document] = (await readAs(format, bytes)).documents
  if (!document) throw new Error('nothing was read')
  const flags = [flag({}), flag({ id: 'f2', status: 'fixed' }), flag({ id: 'f3', place: { from: 6, to: 11 }, comment: '→ <nej>\ntvå', suggestion: '' })] // prettier-ignore
  const same = outgoing(document, 0, document.text)
  const out = { ...same, article: { ...same.article, flags } }
  const once = await make(bytes)
  expect(textOf(once)).toContain(note)
  const [again] = (await readAs(format, once)).documents
  expect(again?.flags).toMatchObject([
    { author: 'Eva', from: 0, to: 5, category: 'accuracy/mistranslation', severity: 'major', comment: 'Fel ord', suggestion: 'Brunn', at: Date.UTC(2025, 5, 19) },
    { from: 6, to: 11, comment: '→ <nej>\ntvå', suggestion: '' },
  ]) // prettier-ignore
  expect(textOf(await make(once))).toBe(textOf(once))
}

/** A new file has a unit a paragraph with its source, state and flags. @param approved what it says of an approved article */
export async function writesUnits(format: Format, approved: string): Promise<void> {
  const article = exported({
    title: 'Elden', sourceLanguage: 'de', sourceText: 'Eins\nZwei', mtText: 'Ett\nTvå', text: 'Ett\nTvå <2>', state: 'approved',
    flags: [flag({ place: { from: 4, to: 7 }, words: 'Två' })],
  }) // prettier-ignore
  const bytes = await writeAs(format, article, article)
  const { documents } = await readAs(format, bytes)
  expect(documents).toHaveLength(2)
  expect(documents[0]).toMatchObject({ title: 'Elden', sourceLanguage: 'de', language: 'sv', sourceText: 'Eins\nZwei', text: 'Ett\nTvå <2>', flags: [{ from: 4, to: 7, comment: 'Fel ord' }] }) // prettier-ignore
  expect(textOf(bytes)).toContain(approved)
}
