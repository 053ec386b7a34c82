/** Words as WordprocessingML. */
import { escapeXml } from '../../lib/xml.ts'
import { dateOf } from '../names.ts'
import type { By } from './line-edits.ts'

/** Text as children of a run. @param prefix of Word's elements, colon and all */
export const piecesXml = (text: string, prefix: string, deleted = false): string =>
  text
    .split(/([\t\u2028\n])/)
    .map(part => {
      if (part === '') return ''
      if (part === '\t') return `<${prefix}tab/>`
      if (part === '\u2028' || part === '\n') return `<${prefix}br/>`
      const name = `${prefix}${deleted ? 'delText' : 't'}`
      return `<${name} xml:space="preserve">${escapeXml(part)}</${name}>`
    })
    .join('')

/** Attributes of a tracked change or comment. */
export const byXml = (prefix: string, id: number, by: NonNullable<By>): string =>
  `${prefix}id="${id}" ${prefix}author="${escapeXml(by.author, { quotes: true })}" ${prefix}date="${dateOf(by.at)}"`
