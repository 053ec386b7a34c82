import { editsOf, changeBetween } from '../text/change.ts'
import { docx } from './docx.ts'
import { created } from './docx/create.ts'
import { patched } from './docx/patch.ts'
import type { Format } from './format.ts'

/** A DOCX with what was corrected as tracked changes, each by who made it, and each open flag as a comment. */
export const docxtracked = {
  id: 'docxtracked',
  label: 'DOCX, tracked changes',
  extensions: ['docx'],
  mediaType: docx.mediaType,
  purpose: 'changes',
  write: async article => {
    const bytes = await created(article, article.mtText)
    const edits = editsOf(changeBetween(article.mtText, article.text))
    return (await patched(bytes, { number: 0, article, edits, placed: new Map() }, { tracked: true })).bytes
  },
  patch: { of: docx.id, make: ({ bytes }, [out]) => patched(bytes, out, { tracked: true }) },
} as const satisfies Format
