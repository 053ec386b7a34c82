/** A part with its tracked changes accepted, or rejected: as it reads then, with no sign of what was otherwise. */
import { elements, readXml, type XmlElement } from '../../lib/xml.ts'
import type { Limits } from '../../limits.ts'
import { changeIn, isSeen, type Accepts } from '../change.ts'
import { label, wordElement } from '../names.ts'
import { textOf } from '../paragraph.ts'
import { ParagraphWriter } from './paragraph-writer.ts'
import { SourceEdits } from './source-edits.ts'
import { readStory } from '../read/story.ts'

const places = /^(?:bookmark(?:Start|End)|commentRange(?:Start|End)|perm(?:Start|End))$/

/** Paragraphs without a mark that is seen are made one with the next. */
function joined(source: string, limits: Limits, accepts: Accepts): string {
  const { paragraphs } = readStory(source, limits)
  const edits = new SourceEdits(source)
  const writer = new ParagraphWriter(edits, source)
  for (let i = 0; i < paragraphs.length; i++) {
    const group = []
    for (let at = i; ; at++) {
      const paragraph = paragraphs[at]
      if (!paragraph) break
      group.push({ paragraph, empty: textOf(paragraph, atom => isSeen(atom.changes, accepts)) === '' })
      if (isSeen(paragraph.mark, accepts) || !paragraph.joinsNext) break
    }
    if (group.length > 1) writer.join(group)
    i += group.length - 1
  }
  writer.finish()
  return edits.result()
}

export function resolve(given: string, limits: Limits, accepts: Accepts): string {
  const source = joined(given, limits, accepts)
  const edits = new SourceEdits(source)
  const remove = (element: XmlElement, insert = ''): void => edits.replace(element, insert)
  const unwrap = ({ from, innerFrom, innerTo, to }: XmlElement): void => {
    edits.replace({ from, to: innerFrom }, '')
    edits.replace({ from: innerTo, to }, '')
  }
  /** what marks places stays where its words go */
  const placesIn = (element: XmlElement): string =>
    elements(element).map(each => (places.test(each.local) ? source.slice(each.from, each.to) : placesIn(each))).join('') // prettier-ignore
  const rename = (element: XmlElement, from: string, to: string): void => {
    for (const tag of [
      { from: element.from, to: element.innerFrom },
      { from: element.innerTo, to: element.to },
    ])
      if (tag.to > tag.from) edits.replace(tag, source.slice(tag.from, tag.to).replace(from, to))
  }
  const visit = (element: XmlElement): void => {
    const { local, parent } = element
    const change = changeIn(element)
    if (change && parent?.local === 'rPr' && parent.parent?.local !== 'r') return remove(element)
    if (change && /^(?:trPr|tcPr)$/.test(parent?.local ?? '')) return remove(element)
    if (change && parent?.local !== 'numPr' && parent?.local !== 'rPr') {
      if (!isSeen([change], accepts)) return remove(element, placesIn(element))
      if (element.innerFrom === element.to) return remove(element)
      unwrap(element)
    }
    const properties =
      local === 'tr' ? wordElement(element, 'trPr') : local === 'tc' ? wordElement(element, 'tcPr') : undefined
    const own = properties
      ? elements(properties)
          .map(changeIn)
          .filter(each => each !== undefined)
      : []
    if (!isSeen(own, accepts)) return remove(element)
    if (local === 'tbl') {
      const rows = elements(element, 'tr')
      const isGone = rows.every(row => {
        const said = elements(wordElement(row, 'trPr') ?? row)
          .map(changeIn)
          .filter(each => each !== undefined)
        return !isSeen(said, accepts)
      })
      if (rows.length > 0 && isGone) return remove(element)
    }
    if (/^move(?:From|To)Range(?:Start|End)$/.test(local)) return remove(element)
    if (local === 'delText') rename(element, 'delText', 't')
    if (local === 'delInstrText') rename(element, 'delInstrText', 'instrText')
    for (const child of elements(element)) visit(child)
  }
  visit(readXml(source, { format: label, limits }).root)
  return edits.result()
}
