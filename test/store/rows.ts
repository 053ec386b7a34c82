import type { NewRow } from '../../src/store/schema.ts'
import { newId } from '../../src/store/id.ts'

/** Rows with everything filled in, for tests that care for one column. */
export const newPerson = (name: string): NewRow<'person'> => ({
  id: newId(),
  name,
  name_folded: name.toLowerCase(),
  created_at: 1_700_000_000_000,
})

export const newArticle = (title: string): NewRow<'article'> => ({
  id: newId(),
  title,
  title_key: title,
  address: '',
  source_language: '',
  source_text: '',
  created_at: 1_700_000_000_000,
  archived_at: null,
  translation_id: '',
  language: 'sv',
  words: 0,
  corrected: 0,
  flags_neutral: 0,
  flags_minor: 0,
  flags_major: 0,
  flags_critical: 0,
  flags_weight: 0,
  state: 'new',
  editor_id: null,
  editor_key: '',
  touched_at: 1_700_000_000_000,
})

export const newTranslation = (articleId: string, text: string): NewRow<'translation'> => ({
  id: newId(),
  article_id: articleId,
  system: '',
  language: 'sv',
  mt_hash: '',
  state: 'new',
  created_at: 1_700_000_000_000,
  head_number: 0,
  head_hash: '',
  head_text: text,
})
