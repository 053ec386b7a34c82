import { FormatError } from './fault.ts'
import type { Format } from './format.ts'
import { label, readConcepts } from './tbx/concepts.ts'
import { termsOfConcepts } from './tbx/terms.ts'

export { writeTbx } from './tbx/write.ts'

/** Termbases, TBX 2 (ISO 30042:2008, `martif`) and 3 (2019, `tbx`), and the old TBX-Min (`TBX`). What is read and what is not stands in docs/formats/tbx.md. */
export const tbx = {
  id: 'tbx',
  label: 'TBX',
  extensions: ['tbx'],
  mediaType: 'application/x-tbx+xml',
  purpose: 'translation',
  isIt: ({ root }) => /^(?:martif|tbx|TBX)$/.test(root?.name ?? ''),
  read: (bytes, { limits }) => {
    const file = readConcepts(bytes, limits)
    const { terms, warnings } = termsOfConcepts(file)
    if (terms.length === 0) throw new FormatError(label, 'empty')
    return { documents: [], terms, warnings: [...file.warnings, ...warnings] }
  },
} as const satisfies Format
