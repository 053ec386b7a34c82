/** What a person, or a file, writes as a term, made into what is kept. */
import { mostForms } from '../../checks/phrases/own-forms.ts'
import { Problem } from '../../errors.ts'
import { isCategory } from '../../mqm/typology.ts'
import { enterText } from '../../text/entry.ts'
import { foldForSearch, sortKey } from '../../text/fold.ts'
import { longestTerm, mostVariants, type TermEntry } from '../../wire/term.ts'
import type { TermChange } from '../../store/terms.ts'
import { tooWide } from '../pairs/voice.ts'

const line = (raw: string, field: string, longest: number): string => {
  const text = enterText(raw).replace(/\s+/gu, ' ').trim()
  if (text.length > longest || /[\p{Cc}\p{Cs}]/u.test(text)) throw new Problem('field-invalid', { field, longest })
  return text
}

const lines = (raws: readonly string[], field: string): string[] => [
  ...new Set(raws.map(raw => line(raw, field, longestTerm)).filter(text => text !== '')),
]

/** @throws Problem term-too-wide */
function refuseWide(words: string): void {
  try {
    tooWide(words)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem('term-too-wide', { words, reason: error.values['reason'] ?? '' })
  }
}

/** @throws Problem term-inflection */
function enterInflection(raws: readonly string[], { preferred, partOfSpeech }: TermEntry): string[] {
  const forms = raws.map(raw => line(raw, 'inflection', longestTerm) || '-')
  while (forms.at(-1) === '-') forms.pop()
  if (forms.length === 0) return []
  const most = mostForms(partOfSpeech)
  if (forms.length > most || !forms.includes(preferred))
    throw new Problem('term-inflection', most === 0 ? {} : { most })
  return forms
}

/**
 * The entry as it is kept.
 * @throws Problem field-invalid, text-has-nul, text-has-lone-surrogate, term-same (a variant is the term), term-too-wide (one would match
 * everything), term-inflection
 */
export function enterTerm(raw: TermEntry): TermEntry {
  const preferred = line(raw.preferred, 'preferred', longestTerm)
  if (!/[\p{L}\p{N}]/u.test(preferred)) throw new Problem('field-invalid', { field: 'preferred' })
  const variants = lines(raw.variants, 'variants')
  if (variants.length > mostVariants) throw new Problem('field-invalid', { field: 'variants', most: mostVariants })
  const same = variants.find(variant => variant.normalize('NFC') === preferred.normalize('NFC'))
  if (same !== undefined) throw new Problem('term-same', { words: same })
  variants.forEach(refuseWide)
  if (!isCategory(raw.category)) throw new Problem('field-invalid', { field: 'category' })
  const note = enterText(raw.note).trim()
  if (note.length > 2000) throw new Problem('field-invalid', { field: 'note', longest: 2000 })
  const entry = { ...raw, preferred, variants, domain: line(raw.domain, 'domain', 80), note }
  return { ...entry, inflection: enterInflection(raw.inflection, entry) }
}

/** The columns that an entry fills. */
export const columnsOf = (entry: TermEntry): Omit<TermChange, 'person_id' | 'updated_at'> => ({
  preferred_key: sortKey(entry.preferred),
  domain: entry.domain,
  status: entry.status,
  part_of_speech: entry.partOfSpeech,
  category: entry.category,
  severity: entry.severity,
  preferred: entry.preferred,
  variants: JSON.stringify(entry.variants),
  inflection: JSON.stringify(entry.inflection),
  note: entry.note,
  text_folded: [entry.preferred, ...entry.variants, ...entry.inflection, entry.domain, entry.note]
    .map(foldForSearch)
    .join('\n'),
})
