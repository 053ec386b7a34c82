import type { Term } from '../checks/wording.ts'
import { readTerms as termsOf, TermsError } from '../checks/phrases/terms.ts'
import { usage } from './command.ts'
import { readText } from './read-file.ts'

/** Terms of a file, as `checks/phrases/terms.ts` reads it. @throws Problem usage */
export async function readTerms(file: string): Promise<readonly Term[]> {
  const csv = await readText(file)
  try {
    const terms = termsOf(csv)
    if (terms.length === 0) throw new TermsError(1, 'empty')
    return terms
  } catch (error) {
    throw error instanceof TermsError ? usage(`${file}, ${error.message}`) : error
  }
}
