/** A termbase as TBX-Basic, version 3 (ISO 30042:2019), style DCA. */
import type { PartOfSpeech, TermStatus } from '../../text/term.ts'
import type { ReadTerm } from '../document.ts'
import { escapeXml } from '../lib/xml.ts'
import { properNoun } from './concepts.ts'

const standing: Readonly<Record<TermStatus, string>> = {
  approved: 'preferred',
  proposed: 'admitted',
  declined: 'superseded',
}
const named: Readonly<Record<PartOfSpeech, string>> = { noun: 'noun', 'proper-noun': 'noun', verb: 'verb', adjective: 'adjective', other: 'other' } // prettier-ignore

const text = (raw: string): string => escapeXml(raw, { quotes: true })
const of = (name: string, type: string, value: string): string => `<${name} type="${type}">${text(value)}</${name}>`

function termSection(term: string, status: string | undefined, partOfSpeech: PartOfSpeech | undefined): string {
  const lines = [
    `<term>${text(term)}</term>`,
    ...(partOfSpeech ? [of('termNote', 'partOfSpeech', named[partOfSpeech])] : []),
    ...(status ? [of('termNote', 'administrativeStatus', `${status}Term-admn-sts`)] : []),
    ...(partOfSpeech === 'proper-noun' ? [of('admin', 'customerSubset', properNoun)] : []),
  ]
  return `          <termSec>\n${lines.map(line => `            ${line}\n`).join('')}          </termSec>\n`
}

function entry(
  { preferred, variants, partOfSpeech, domain, note, status }: ReadTerm,
  number: number,
  language: string,
): string {
  const said = [
    ...(domain ? [of('descrip', 'subjectField', domain)] : []),
    ...(note ?? '').split(/[\n\u2028]/).flatMap(line => (line.trim() === '' ? [] : [`<note>${text(line)}</note>`])),
  ]
  return (
    `      <conceptEntry id="c${number}">\n${said.map(line => `        ${line}\n`).join('')}` +
    `        <langSec xml:lang="${text(language)}">\n` +
    termSection(preferred, status && standing[status], partOfSpeech) +
    variants.map(variant => termSection(variant, 'deprecated', partOfSpeech)).join('') +
    '        </langSec>\n      </conceptEntry>\n'
  )
}

/**
 * What a termbase holds, as a file for other programs: a concept an entry, its variants as deprecated terms. Approved is `preferredTerm`,
 * proposed `admittedTerm`, declined `supersededTerm`.
 * @param given `language`: BCP 47, of the terms; `title`: of the termbase
 */
export function writeTbx(
  terms: readonly ReadTerm[],
  given: { readonly language: string; readonly title: string },
): string {
  const { language, title } = given
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<tbx type="TBX-Basic" style="dca" xml:lang="${text(language)}" xmlns="urn:iso:std:iso:30042:ed-2">\n` +
    `  <tbxHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>${text(title)}</title>\n      </titleStmt>\n` +
    '      <sourceDesc>\n        <p>Rödpenna</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n' +
    `  <text>\n    <body>\n${terms.map((term, i) => entry(term, i + 1, language)).join('')}    </body>\n  </text>\n</tbx>\n`
  )
}
