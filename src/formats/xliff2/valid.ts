/** XLIFF 2.x against the standard: its schema, and the constraints that no schema says (xliff_core_2.1.sch). */
import type { Warning } from '../fault.ts'
import { elements, type XmlElement } from '../lib/xml.ts'
import { Findings } from '../xliff/findings.ts'
import { label } from './units.ts'
import { checkAnnotation } from './valid/annotations.ts'
import { checkCodes } from './valid/codes.ts'
import { checkIds } from './valid/ids.ts'
import { checkLanguages } from './valid/languages.ts'
import { checkSequences } from './valid/sequences.ts'
import { checkStructure, coreElements } from './valid/structure.ts'

export const coreNamespace = /^urn:oasis:names:tc:xliff:document:2\.[012]$/

/**
 * What is told of a file that breaks the standard and is read all the same.
 * @throws FormatError invalid, missing: where text may be passed over or codes be paired wrongly
 */
export function validate(root: XmlElement): readonly Warning[] {
  const findings = new Findings(label)
  if (!coreNamespace.test(root.namespace))
    findings.tell(root, `the namespace of <${root.name}> is ${root.namespace || 'none'}`)
  checkStructure(root, findings)
  checkLanguages(root, findings)
  checkIds(root, findings)
  for (const file of elements(root, 'file')) {
    const units: XmlElement[] = []
    let unit: XmlElement | undefined
    for (const each of coreElements(file)) {
      if (each.local === 'unit') units.push((unit = each))
      checkAnnotation(each, unit, findings)
    }
    checkCodes(units, findings)
    for (const each of units) checkSequences(each, findings)
  }
  return findings.warnings
}
