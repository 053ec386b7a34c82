/** A term's form: what was typed, or stands, as its fields have it. */
import { isPartOfSpeech, isTermStatus, partsOfSpeech, termStatuses } from '../../text/term.ts'
import { termEntry, termRequest, type TermEntry } from '../../wire/term.ts'
import { severities } from '../../mqm/annotation.ts'
import type { Language } from '../../i18n/index.ts'
import { field, fields, oneOf, parsed } from '../form.ts'
import type { Ask } from '../page.ts'
import { categoryGroups, severityChoices } from './flag-choices.ts'

const names = [
  'preferred',
  'variants',
  'partOfSpeech',
  'inflection',
  'domain',
  'note',
  'status',
  'category',
  'severity',
] as const
export type TermFields = Readonly<Record<(typeof names)[number], string>>

/** Forms of a wording have no commas. */
const inflectionField = (forms: readonly string[]): string => forms.join(', ')

export const fieldsOf = (entry: TermEntry): TermFields => ({
  ...entry,
  variants: entry.variants.join('\n'),
  inflection: inflectionField(entry.inflection),
})

/** What was typed. */
export const typedTerm = (ask: Ask): TermFields =>
  Object.fromEntries(names.map(name => [name, field(ask, name)])) as TermFields

/** What a form that is not sent yet is filled with. */
export const newTerm = (query: URLSearchParams): TermFields => {
  const given = (name: string): string => (query.get(name) ?? '').replaceAll('\0', '')
  const plain = fieldsOf(termEntry.parse({ preferred: given('preferred') }))
  return { ...plain, variants: given('variant'), domain: given('domain') }
}

/** What was sent, by a form or by a program; what was not is not there. @throws Problem field-invalid */
export function sentTerm(ask: Ask): { readonly entry: Partial<TermEntry>; readonly version: number | undefined } {
  const sent = fields(ask)
  if (ask.sentJson) {
    const { version, ...whole } = parsed(termRequest, { preferred: '', ...sent })
    return { entry: Object.fromEntries(Object.entries(whole).filter(([name]) => name in sent)), version }
  }
  const version = field(ask, 'version')
  const text = typedTerm(ask)
  const inflection = text.inflection.trim()
  const entry: TermEntry = {
    preferred: text.preferred,
    variants: text.variants.split('\n').filter(line => line.trim() !== ''),
    partOfSpeech: oneOf('partOfSpeech', partsOfSpeech, text.partOfSpeech || 'other'),
    inflection: inflection === '' ? [] : inflection.split(',').map(form => form.trim()),
    domain: text.domain,
    note: text.note,
    status: oneOf('status', termStatuses, text.status || 'approved'),
    category: text.category || 'terminology/inconsistent-with-resource',
    severity: oneOf('severity', severities, text.severity || 'major'),
  }
  const told = Object.entries(entry).filter(([name]) => name in sent)
  return { entry: Object.fromEntries(told), version: /^\d{1,9}$/.test(version) ? Number(version) : undefined }
}

export const termChoices = (language: Language) => ({
  partsOfSpeech,
  termStatuses,
  groups: categoryGroups(language),
  severities: severityChoices(language),
})

/** What a filter asks for; what it cannot ask for is left out. */
export function termsQuery(query: URLSearchParams) {
  const given = (name: string): string | undefined => query.get(name)?.replaceAll('\0', '') || undefined
  const [status, partOfSpeech] = [given('status') ?? '', given('partOfSpeech') ?? '']
  return {
    search: given('search'),
    status: isTermStatus(status) ? status : undefined,
    domain: given('domain'),
    partOfSpeech: isPartOfSpeech(partOfSpeech) ? partOfSpeech : undefined,
  }
}
