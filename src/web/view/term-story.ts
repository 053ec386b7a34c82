import type { TermActView } from '../../app/terms/list-terms.ts'
import { fill, messages, type Language } from '../../i18n/index.ts'
import { isCategory } from '../../mqm/typology.ts'
import type { TermEntry } from '../../wire/term.ts'
import { seen } from './seen.ts'

/** The fields of a term as their labels have them, with what they hold in words. */
export function termFieldsTold(language: Language, entry: Partial<TermEntry>) {
  const { terms, mqm } = messages(language)
  const told = (name: keyof TermEntry): string => {
    if (name === 'status') return entry.status ? terms.statuses[entry.status] : ''
    if (name === 'partOfSpeech') return entry.partOfSpeech ? terms.partsOfSpeech[entry.partOfSpeech] : ''
    if (name === 'severity') return entry.severity ? mqm.severities[entry.severity] : ''
    if (name === 'category') return entry.category && isCategory(entry.category) ? mqm.categories[entry.category] : ''
    const value = entry[name] ?? ''
    return seen(typeof value === 'string' ? value : value.join(', '))
  }
  return (Object.keys(entry) as (keyof TermEntry)[]).map(name => ({ name, label: terms[name], value: told(name) }))
}

/** What was done to a term, as sentences, with what each field was before and is since. */
export function termActs(language: Language, acts: readonly TermActView[]) {
  const { terms } = messages(language)
  return acts.map(({ kind, person, at, before, after, from }) => {
    const was = new Map(termFieldsTold(language, before).map(({ name, value }) => [name, value]))
    const changes = kind === 'edit' ? termFieldsTold(language, after) : []
    return {
      at,
      sentence: fill(language, terms.acts[kind], { name: seen(person) }),
      from: from === '' ? '' : from === 'import' ? terms.fromImport : terms.fromPair,
      pair: /^[0-9a-z]{16}$/.test(from) ? from : null,
      changes: changes.map(({ name, label, value }) => ({ label, before: was.get(name) ?? '', after: value })),
    }
  })
}
