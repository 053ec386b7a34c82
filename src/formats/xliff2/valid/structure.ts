/** Elements, attributes and their values against the schema of the core. */
import { attribute, element, elements, isElement, type XmlElement } from '../../lib/xml.ts'
import { tag, type Findings } from '../../xliff/findings.ts'
import { isModule, kinds, notOfKind, ranks, schema, type ElementRule } from './schema.ts'

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'
const formatStyle = 'urn:oasis:names:tc:xliff:fs:2.0'

function checkAttributes(of: XmlElement, rule: ElementRule, findings: Findings): void {
  for (const { name, local, uri, value } of of.attributes) {
    if (uri === xmlNamespace || uri === xmlnsNamespace || name === 'xmlns' || name.startsWith('xmlns:')) continue
    if (uri === '') {
      const kind = Object.hasOwn(rule.attributes, local) ? rule.attributes[local] : undefined
      if (kind === undefined) {
        findings.tell(of, `<${of.name}> must not have the attribute ${name}`)
        continue
      }
      if (kinds[kind](value)) continue
      const said = `${name}="${value}" of <${of.name}> is ${notOfKind[kind]}`
      if (kind === 'order') findings.refuse(of, said)
      findings.tell(of, said)
    } else if (
      rule.foreign === undefined ||
      rule.foreign === 'elements' ||
      (rule.foreign === 'modules' && !isModule(uri))
    )
      findings.tell(of, `<${of.name}> must not have the attribute ${name}`)
    else if (of.local === 'ec' && uri === formatStyle && attribute(of, 'isolated') !== 'yes')
      findings.tell(of, `${tag(of)} must not have the attribute ${name}: its start has it`)
  }
  for (const needed of rule.needs ?? [])
    if (attribute(of, needed) === undefined) findings.tell(of, `attribute ${needed} of <${of.name}> is missing`)
  const space = attribute(of, 'xml:space')
  if (space !== undefined && space !== 'default' && space !== 'preserve')
    findings.tell(of, `xml:space="${space}" of <${of.name}> is neither default nor preserve`)
}

/** Extensions stand in files, groups, units and skeletons; one in a text is a code, around its words if it has any. */
function checkForeign(of: XmlElement, child: XmlElement, rule: ElementRule, findings: Findings): void {
  if (rule.foreign === 'all' || rule.foreign === 'elements') return
  if (of.local === 'xliff' && isModule(child.namespace)) return
  findings.tell(child, `<${child.name}> must not stand in <${of.name}>`)
}

/** Text directly in these is nobody's source or target, and would be passed over. */
const holders = new Set(['xliff', 'file', 'group', 'unit', 'segment', 'ignorable'])
/** Has an element, where it is not looked for, texts in it? */
const holdsText = (of: XmlElement): boolean =>
  [...coreElements(of)].some(({ local }) => local === 'source' || local === 'target')

function checkChildren(of: XmlElement, rule: ElementRule, findings: Findings): void {
  const seen = new Set<string>()
  let rank = 0
  for (const child of of.children) {
    if (!isElement(child)) {
      if (rule.text || child.text.trim() === '') continue
      const said = `text must not stand directly in <${of.name}>`
      if (holders.has(of.local)) findings.refuse(of, said)
      findings.tell(of, said)
      continue
    }
    const { local } = child
    if (child.namespace !== of.namespace) {
      checkForeign(of, child, rule, findings)
      continue
    }
    if (!rule.children.includes(local)) {
      const said = `<${child.name}> must not stand in <${of.name}>`
      if (holdsText(child)) findings.refuse(child, said)
      findings.tell(child, said)
      continue
    }
    if (seen.has(local) && !rule.many?.includes(local)) {
      const said = `<${of.name}> has more than one <${child.name}>`
      if (local === 'source' || local === 'target') findings.refuse(child, said)
      findings.tell(child, said)
    }
    seen.add(local)
    const own = ranks[local] ?? rank
    if (own < rank) findings.tell(child, `<${child.name}> must come earlier in <${of.name}>`)
    rank = Math.max(rank, own)
  }
}

/** What an element must have in it. */
function checkContents(of: XmlElement, findings: Findings): void {
  switch (of.local) {
    case 'xliff':
      if (!element(of, 'file')) findings.miss(of, '<file>')
      break
    case 'file':
      if (!element(of, 'unit') && !element(of, 'group')) findings.tell(of, `${tag(of)} has no <unit>`)
      break
    case 'unit':
      if (!element(of, 'segment')) findings.tell(of, `${tag(of)} has no <segment>`)
      break
    case 'segment':
    case 'ignorable':
      if (!element(of, 'source')) findings.tell(of, `${tag(of)} has no <source>`)
      break
    case 'notes':
    case 'originalData':
      if (elements(of).length === 0) findings.tell(of, `<${of.name}> is empty`)
      break
    case 'skeleton': {
      const isEmpty = of.innerFrom >= of.innerTo
      const has = attribute(of, 'href') !== undefined
      if (isEmpty !== has) findings.tell(of, `<${of.name}> has either href or content`)
      break
    }
  }
}

/** Every element of the core, in order, what is in other namespaces left out. */
export function* coreElements(root: XmlElement): Generator<XmlElement> {
  const stack = [root]
  for (let at = stack.pop(); at; at = stack.pop()) {
    yield at
    const children = elements(at).filter(({ namespace }) => namespace === root.namespace)
    stack.push(...children.reverse())
  }
}

export function checkStructure(root: XmlElement, findings: Findings): void {
  for (const each of coreElements(root)) {
    const rule = Object.hasOwn(schema, each.local) ? schema[each.local] : undefined
    if (!rule) continue
    checkChildren(each, rule, findings)
    checkAttributes(each, rule, findings)
    checkContents(each, findings)
  }
}
