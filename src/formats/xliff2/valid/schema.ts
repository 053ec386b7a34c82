/** What may stand where in XLIFF 2.x: the schema of the core (xliff_core_2.0.xsd and _2.2.xsd), as a table. */

/** The kinds of values that attributes have. */
export type ValueKind = 'any' | 'id' | 'ids' | 'yesNo' | 'reorder' | 'direction' | 'language' | 'order' | 'state' | 'version' | 'side' | 'type' | 'markType' | 'own' | 'priority' | 'hex' // prettier-ignore

export interface ElementRule {
  /** attributes of no namespace; those in `needs` are required */
  readonly attributes: Readonly<Record<string, ValueKind>>
  readonly needs?: readonly string[]
  /** elements of the core that may stand in it, in their order; `many` of them, else one at most */
  readonly children: readonly string[]
  readonly many?: readonly string[]
  /** is text in it text? */
  readonly text?: boolean
  /** may elements, attributes of others stand in or on it? `modules`: only attributes of XLIFF's own modules and ITS */
  readonly foreign?: 'all' | 'attributes' | 'elements' | 'modules'
}

const inline = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em']
const holder = { canResegment: 'yesNo', translate: 'yesNo', srcDir: 'direction', trgDir: 'direction' } as const
const code = { canCopy: 'yesNo', canDelete: 'yesNo', canReorder: 'reorder', copyOf: 'id', subType: 'own', type: 'type' } as const // prettier-ignore
const single = { ...code, disp: 'any', equiv: 'any', dataRef: 'id', subFlows: 'ids' } as const
const half = { ...single, canOverlap: 'yesNo', dir: 'direction', isolated: 'yesNo', id: 'id' } as const
const mark = { id: 'id', translate: 'yesNo', type: 'markType', ref: 'any', value: 'any' } as const

export const schema: Readonly<Record<string, ElementRule>> = {
  xliff: { attributes: { version: 'version', srcLang: 'language', trgLang: 'language' }, needs: ['version', 'srcLang'], children: ['notes', 'file'], many: ['file'], foreign: 'attributes' },
  file: { attributes: { ...holder, id: 'id', original: 'any' }, needs: ['id'], children: ['skeleton', 'notes', 'unit', 'group'], many: ['unit', 'group'], foreign: 'all' },
  skeleton: { attributes: { href: 'any' }, children: [], text: true, foreign: 'elements' },
  group: { attributes: { ...holder, id: 'id', name: 'any', type: 'own' }, needs: ['id'], children: ['notes', 'unit', 'group'], many: ['unit', 'group'], foreign: 'all' },
  unit: { attributes: { ...holder, id: 'id', name: 'any', type: 'own' }, needs: ['id'], children: ['notes', 'originalData', 'segment', 'ignorable'], many: ['segment', 'ignorable'], foreign: 'all' },
  segment: { attributes: { id: 'id', canResegment: 'yesNo', state: 'state', subState: 'own' }, children: ['source', 'target'] },
  ignorable: { attributes: { id: 'id' }, children: ['source', 'target'] },
  notes: { attributes: {}, children: ['note'], many: ['note'] },
  note: { attributes: { id: 'id', appliesTo: 'side', category: 'any', priority: 'priority', ref: 'any' }, children: [], text: true, foreign: 'attributes' },
  originalData: { attributes: {}, children: ['data'], many: ['data'] },
  data: { attributes: { id: 'id', dir: 'direction' }, needs: ['id'], children: ['cp'], many: ['cp'], text: true },
  source: { attributes: {}, children: inline, many: inline, text: true },
  target: { attributes: { order: 'order' }, children: inline, many: inline, text: true },
  cp: { attributes: { hex: 'hex' }, needs: ['hex'], children: [] },
  ph: { attributes: { ...single, id: 'id' }, needs: ['id'], children: [], foreign: 'modules' },
  pc: { attributes: { ...code, id: 'id', canOverlap: 'yesNo', dir: 'direction', dispStart: 'any', dispEnd: 'any', equivStart: 'any', equivEnd: 'any', dataRefStart: 'id', dataRefEnd: 'id', subFlowsStart: 'ids', subFlowsEnd: 'ids' }, needs: ['id'], children: inline, many: inline, text: true, foreign: 'modules' },
  sc: { attributes: half, needs: ['id'], children: [], foreign: 'modules' },
  ec: { attributes: { ...half, startRef: 'id' }, children: [], foreign: 'modules' },
  mrk: { attributes: mark, needs: ['id'], children: inline, many: inline, text: true, foreign: 'attributes' },
  sm: { attributes: mark, needs: ['id'], children: [], foreign: 'attributes' },
  em: { attributes: { startRef: 'id' }, needs: ['startRef'], children: [] },
} // prettier-ignore

/** Where order matters: what comes before what else. Units and groups may alternate, and so may segments and ignorables. */
export const ranks: Readonly<Record<string, number>> = {
  skeleton: 0, notes: 1, originalData: 2, file: 3, unit: 3, group: 3, segment: 3, ignorable: 3, source: 4, target: 5,
} // prettier-ignore

const nmtoken = /^[\p{L}\p{N}\p{M}._:·-]+$/u
export const isNmtoken = (value: string): boolean => nmtoken.test(value)

/** BCP 47 (RFC 5646, section 2.1); grandfathered tags of `i-` only. */
const languageTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+|i-[a-z]{3,8})$/i
export const isLanguage = (value: string): boolean => value.length <= 100 && languageTag.test(value)

const oneOf =
  (...values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value)
const own = /^[^\s:]+:[^\s:]+$/

/** Is a value of its kind? */
export const kinds: Readonly<Record<ValueKind, (value: string) => boolean>> = {
  any: () => true,
  id: isNmtoken,
  ids: value => value.trim().split(/\s+/).every(isNmtoken),
  yesNo: oneOf('yes', 'no'),
  reorder: oneOf('yes', 'no', 'firstNo'),
  direction: oneOf('ltr', 'rtl', 'auto'),
  language: isLanguage,
  order: value => /^[1-9]\d{0,8}$/.test(value),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  version: oneOf('2.0', '2.1', '2.2'),
  side: oneOf('source', 'target'),
  type: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  markType: value => /^(?:generic|comment|term)$/.test(value) || own.test(value),
  own: value => own.test(value),
  priority: value => /^(?:[1-9]|10)$/.test(value),
  hex: value => /^(?:[\da-f]{4,5}|[01][\da-f]{5})$/i.test(value),
}

/** What a value is that is not of its kind, in a sentence. */
export const notOfKind: Readonly<Record<ValueKind, string>> = {
  any: '', id: 'no NMTOKEN', ids: 'no list of NMTOKENs', yesNo: 'neither yes nor no', reorder: 'none of yes, no, firstNo', direction: 'none of ltr, rtl, auto',
  language: 'no language tag', order: 'no number from 1', state: 'none of initial, translated, reviewed, final', version: 'none of 2.0, 2.1, 2.2',
  side: 'neither source nor target', type: 'none of fmt, ui, quote, link, image, other', markType: 'none of generic, comment, term, prefix:value',
  own: 'not of the form prefix:value', priority: 'no number from 1 to 10', hex: 'no code point in hexadecimal',
} // prettier-ignore

const modules = /^urn:oasis:names:tc:xliff:|^http:\/\/www\.w3\.org\/2005\/11\/its$/
/** Does a namespace belong to XLIFF's modules? What does not is somebody's extension. */
export const isModule = (namespace: string): boolean => modules.test(namespace)
