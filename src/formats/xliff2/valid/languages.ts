/** Languages of the root and of the texts (OASIS 2.1, 4.2.2.1, 4.2.2.12 and 13: `xml:lang` explicit or inherited). */
import { attribute, inherited, type XmlElement } from '../../lib/xml.ts'
import type { Findings } from '../../xliff/findings.ts'
import { isLanguage } from './schema.ts'
import { coreElements } from './structure.ts'

/** `lang()` of XPath: the same language, or one of its kinds. */
const isKindOf = (tag: string, of: string): boolean => `${tag.toLowerCase()}-`.startsWith(`${of.toLowerCase()}-`)

export function checkLanguages(root: XmlElement, findings: Findings): void {
  const [source, target] = [attribute(root, 'srcLang') ?? '', attribute(root, 'trgLang')]
  let first: XmlElement | undefined
  for (const each of coreElements(root)) {
    const said = attribute(each, 'xml:lang')
    if (said !== undefined && said !== '' && !isLanguage(said))
      findings.tell(each, `xml:lang="${said}" of <${each.name}> is no language tag`)
    if (each.local !== 'source' && each.local !== 'target') continue
    if (each.local === 'target' && target === undefined) {
      first ??= each
      continue
    }
    const language = inherited(each, 'xml:lang')
    const expected = each.local === 'source' ? source : (target ?? '')
    if (language && expected && !isKindOf(language, expected))
      findings.tell(each, `a <${each.name}> is in ${language}, <xliff> says ${expected}`)
  }
  if (first) findings.tell(first, 'attribute trgLang of <xliff>, which has targets, is missing')
}
