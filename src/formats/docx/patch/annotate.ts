/** Open flags as comments, at their words in the corrected text. */
import type { ExportedArticle, ExportedFlag } from '../../format.ts'
import { escapeXml } from '../../lib/xml.ts'
import { usualLimits } from '../../limits.ts'
import { acceptsAll } from '../change.ts'
import { headOf, readComments } from '../read/comments.ts'
import { layOut } from '../read/layout.ts'
import { byXml, freeId, piecesXml } from './markup.ts'
import { bytesOfPart, contentTypes, relationshipsPart, type Package } from '../package.ts'
import { readDocx, type ReadAs } from '../read.ts'
import { putIn } from './rewrite.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

const initialsOf = (author: string): string => author.split(/\s+/).map(name => name.charAt(0)).join('').slice(0, 9) // prettier-ignore

/** A paragraph a line. */
const commentXml = (flag: ExportedFlag, id: number): string => {
  const lines = [headOf(flag), ...(flag.comment === '' ? [] : flag.comment.split('\n'))]
  const initials = escapeXml(initialsOf(flag.author), { quotes: true })
  return `<w:comment xmlns:w="${word}" ${byXml('w:', id, flag)} w:initials="${initials}">${lines.map(line => `<w:p><w:r>${piecesXml(line, 'w:')}</w:r></w:p>`).join('')}</w:comment>` // prettier-ignore
}

/** The end of an XML part's root element, with something before it. */
const appended = (source: string, xml: string): string => {
  const end = source.lastIndexOf('</')
  if (end >= 0 && !/\/>\s*$/.test(source.slice(end))) return source.slice(0, end) + xml + source.slice(end)
  const name = /<([\w.:-]+)(?=[^<]*\/>\s*$)/.exec(source)?.[1] ?? ''
  return source.replace(/\/>\s*$/, () => `>${xml}</${name}>`)
}

/** @returns how many flags stand where Word has no comments: in notes, headers and footers */
export function annotate(file: Package, article: ExportedArticle, as: ReadAs): { file: Package; left: number } {
  const known = readComments(file)
  const isKnown = (flag: ExportedFlag): boolean =>
    known.some(
      each =>
        each.comment === flag.comment && each.author === flag.author && Math.abs((each.at ?? flag.at) - flag.at) < 1000,
    )
  const open = article.flags.filter(flag => flag.status === 'open' && flag.place && !isKnown(flag))
  if (open.length === 0) return { file, left: 0 }
  const docx = readDocx(file, usualLimits, as)
  const { placed } = layOut(docx.stories, acceptsAll, docx.titleParagraph)
  const main = docx.stories[0]
  const inMain = placed.filter(each => each.story === main)
  const next = placed[inMain.length]
  const flags = open.filter(({ place }) => !next || (place?.from ?? 0) < next.at)
  const left = open.length - flags.length
  if (!main || flags.length === 0) return { file, left }
  const part = file.related('comments')
  const old = part ? file.text(part).text : ''
  const first = freeId(old, 0)
  const numbered = flags.map((flag, i) => ({ flag, id: first + i, place: flag.place ?? { from: 0, to: 0 } }))
  const texts = new Map<string, Uint8Array>()
  const prefix = /<([\w.-]+:)?document\b/.exec(main.source)?.[1] ?? ''
  const marks = numbered.flatMap(({ id, place }) => [
    { at: place.from, after: false, raw: `<${prefix}commentRangeStart ${prefix}id="${id}"/>` },
    { at: place.to, after: place.to > place.from, raw: `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>` }, // prettier-ignore
  ])
  texts.set(main.part, bytesOfPart(putIn(main.source, inMain, marks, acceptsAll), file.text(main.part)))
  const comments = numbered.map(({ flag, id }) => commentXml(flag, id)).join('')
  const plain = { text: '', encoding: 'utf-8', bom: false }
  if (part) {
    texts.set(part, bytesOfPart(appended(old, comments), file.text(part)))
    return { file: file.with(texts), left }
  }
  const name = 'word/comments.xml'
  texts.set(name, bytesOfPart(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${word}">${comments}</w:comments>`, plain)) // prettier-ignore
  const typesPart = file.find(contentTypes) ?? contentTypes
  const types = file.text(typesPart)
  if (!types.text.includes('"/word/comments.xml"'))
    texts.set(typesPart, bytesOfPart(appended(types.text, `<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/${name}" ContentType="${type}"/>`), types)) // prettier-ignore
  const relations = file.find(relationshipsPart(file.main))
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const link = `<Relationship xmlns="${space}" Id="rodpennaComments" Type="${relation}" Target="/${name}"/>`
  const own = relations ? file.text(relations) : { ...plain, text: `<Relationships xmlns="${space}"></Relationships>` }
  texts.set(relations ?? relationshipsPart(file.main), bytesOfPart(appended(own.text, link), own))
  return { file: file.with(texts), left }
}
