/** Documents of our own writing, as other programs could have written them. */
import type { ExportedCorrection, ExportedFlag } from '../../src/formats/format.ts'
import { zipParts } from '../../src/formats/lib/zip.ts'
import { unzip } from '../../src/formats/lib/unzip.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { exported } from '../contracts/formats.ts'

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/doc/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const rels = (links: Readonly<Record<string, string>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(links).map(([type, target], i) => `<Relationship Id="r${i}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>` // prettier-ignore

export const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** @param body what stands in `w:body` @param parts others, by the type of their relationship: the name of the root, and what is in it */
export const asDocx = (
  body: string,
  parts: Readonly<Record<string, string>> = {},
  namespace = transitional,
): Promise<Buffer> => {
  const names = ` xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
  const xml = (root: string, inner: string): Buffer =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}${names}>${inner}</${root}>`)
  return zipParts(
    [
      ['[Content_Types].xml', Buffer.from(types)],
      ['_rels/.rels', Buffer.from(rels({ officeDocument: 'doc/main.xml' }))],
      ['doc/main.xml', xml('w:document', `<w:body>${body}</w:body>`)],
      [
        'doc/_rels/main.xml.rels',
        Buffer.from(rels(Object.fromEntries(Object.keys(parts).map(type => [type, `${type}.xml`])))),
      ],
      ...Object.entries(parts).map(([type, inner]) => [`doc/${type}.xml`, xml(type === 'commentsExtended' ? 'w15:commentsEx' : `w:${type}`, inner)] as const), // prettier-ignore
    ],
    0,
  )
}

/** The XML of a document's main part. */
export const mainXml = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from((await unzip(bytes, { format: 'DOCX', limits: usualLimits })).get('doc/main.xml') ?? []).toString()

export const changedAt = Date.UTC(2025, 5, 18, 9, 30)
const correction = (from: number, to: number, after: string, given: Partial<ExportedCorrection>): ExportedCorrection => ({
  from, to, fromB: from, toB: from + after.length, before: '', after, author: 'Anna', at: changedAt, category: 'other/other', severity: 'minor', ...given,
}) // prettier-ignore
const flag = (from: number, to: number, given: Partial<ExportedFlag> = {}): ExportedFlag => ({
  id: 'f', author: 'Carl Öst', layer: 'shared', revision: 0, from, to, words: '', place: { from, to }, category: 'accuracy/mistranslation',
  severity: 'major', comment: 'Fel <ord> & så', suggestion: 'förslag', at: changedAt, status: 'open', fixedBy: null, dismissedReason: '', ...given,
}) // prettier-ignore

/** An article that two have corrected and one has flagged. */
export const trackedArticle = exported({
  mtText: 'Polisen i Lower Sachsen larmar.\nEn andra mening.',
  text: 'Polisen i Niedersachsen larmar.\nEn annan\nmening.',
  corrections: [
    correction(10, 23, 'Niedersachsen', { author: 'Anna Berg' }),
    correction(35, 41, 'annan\n', { author: 'Bo', at: changedAt + 60_000 }),
  ],
  flags: [flag(0, 7), flag(8, 9, { status: 'fixed', place: null })],
})
