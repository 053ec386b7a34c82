/** XLIFF 1.x against what its standard demands of files and units (1.2, sections 2.2 and 2.3): all of it is told, none of it harms a text. */
import { elements, attribute, type XmlElement } from '../lib/xml.ts'
import type { Findings } from '../xliff/findings.ts'
import { core } from './units.ts'

const known = /^1\.[012]$/
const coreNamespace = /:xliff:document:1\.[012]$/

/** Is the root one of 1.x, by its version or else by its namespace? A version that is no number says nothing. */
export function isKnown(root: XmlElement): boolean {
  const version = attribute(root, 'version') ?? ''
  return coreNamespace.test(root.namespace) || /^1(?:\.|$)/.test(version) || !/^\d/.test(version)
}

const needed: Readonly<Record<string, readonly string[]>> = {
  file: ['original', 'source-language', 'datatype'],
  'trans-unit': ['id'],
}

function checkUnit(unit: XmlElement, findings: Findings): void {
  const [sources, targets] = [core(unit, 'source'), core(unit, 'target')]
  if (sources.length === 0) findings.tell(unit, `<${unit.name}> has no <source>`)
  for (const [another] of [sources.slice(1), targets.slice(1)])
    if (another)
      findings.tell(another, `<${unit.name}> has more than one <${another.name}>, and only the first is read`)
}

export function validate(root: XmlElement, findings: Findings): void {
  const version = attribute(root, 'version')
  if (version === undefined) findings.tell(root, '<xliff> has no version')
  else if (!known.test(version)) findings.tell(root, `version="${version}" of <xliff> is none of 1.0, 1.1, 1.2`)
  const check = (of: XmlElement): void => {
    for (const name of needed[of.local] ?? [])
      if (attribute(of, name) === undefined) findings.tell(of, `attribute ${name} of <${of.name}> is missing`)
    if (of.local === 'trans-unit') checkUnit(of, findings)
    else if (of.local === 'file' && core(of, 'body').length === 0) findings.tell(of, `<${of.name}> has no <body>`)
    if (/^(?:xliff|file|body|group)$/.test(of.local))
      for (const child of elements(of)) if (child.namespace === root.namespace) check(child)
  }
  check(root)
}
