/** Elements, attributes and their values against the schema of the core. */
import { attribute, element, elements, isElement, type XmlElement } from '../../lib/xml.ts'
import { tag, type Findings } from './findings.ts'
import { harmlessKinds, isModule, kinds, notOfKind, ranks, schema, type ElementRule } from './schema.ts'

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'
const formatStyle = 'urn:oasis:names:tc:xliff:fs:2.0'

function checkAttributes(of: XmlElement, rule: ElementRule, findings: Findings): void {
  for (const { name, local, uri, value } of of.attributes) {
    if (uri === xmlNamespace || uri === xmlnsNamespace || name === 'xmlns' || name.startsWith('xmlns:')) continue
    if (uri === '') {
      const kind = Object.hasOwn(rule.attributes, local) ? rule.attributes[local] : undefined
      if (kind === undefined) findings.refuse(of, `<${of.name}> must not have the attribute ${name}`)
      if (kinds[kind](value)) continue
      const said = `${name}="${value}" of <${of.name}> is ${notOfKind[kind]}`
      if (kind === 'language' && kinds.language(value.replaceAll('_', '-'))) findings.tell(of, said)
      else if (harmlessKinds.has(kind)) findings.tell(of, said)
      else findings.refuse(of, said)
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
    if (attribute(of, needed) === undefined) findings.miss(of, `attribute ${needed} of <${of.name}>`)
  const space = attribute(of, 'xml:space')
  if (space !== undefined && space !== 'default' && space !== 'preserve')
    findings.tell(of, `xml:space="${space}" of <${of.name}> is neither default nor preserve`)
}

/** Extensions stand in files, groups, units and skeletons; in a text they would hide words. */
function checkForeign(of: XmlElement, child: XmlElement, rule: ElementRule, findings: Findings): void {
  if (rule.foreign === 'all' || rule.foreign === 'elements') return
  const said = `<${child.name}> must not stand in <${of.name}>`
  if (of.local === 'xliff' && isModule(child.namespace)) return
  if (rule.text && of.local !== 'data' && of.local !== 'note') findings.refuse(child, said)
  findings.tell(child, said)
}

function checkChildren(of: XmlElement, rule: ElementRule, findings: Findings): void {
  const seen = new Set<string>()
  let rank = 0
  for (const child of of.children) {
    if (!isElement(child)) {
      if (!rule.text && child.text.trim() !== '') findings.refuse(of, `text must not stand directly in <${of.name}>`)
      continue
    }
    const { local } = child
    if (child.namespace !== of.namespace) {
      checkForeign(of, child, rule, findings)
      continue
    }
    if (!rule.children.includes(local)) findings.refuse(child, `<${child.name}> must not stand in <${of.name}>`)
    if (seen.has(local) && !rule.many?.includes(local)) findings.refuse(child, `<${of.name}> has more than one <${child.name}>`) // prettier-ignore
    seen.add(local)
    const own = ranks[local] ?? rank
    if (own < rank) findings.refuse(child, `<${child.name}> must come earlier in <${of.name}>`)
    rank = own
  }
}

/** What an element must have in it. */
function checkContents(of: XmlElement, findings: Findings): void {
  switch (of.local) {
    case 'xliff':
      if (!element(of, 'file')) findings.miss(of, '<file>')
      break
    case 'file':
      if (!element(of, 'unit') && !element(of, 'group')) findings.miss(of, `<unit> in ${tag(of)}`)
      break
    case 'unit':
      if (!element(of, 'segment')) findings.miss(of, `<segment> in ${tag(of)}`)
      break
    case 'segment':
    case 'ignorable':
      if (!element(of, 'source')) findings.miss(of, `<source> in <${of.name}>`)
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
