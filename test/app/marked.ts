import type { Mark } from '../../src/formats/document.ts'
import { insertDocuments } from '../../src/store/documents.ts'
import { newId } from '../../src/store/id.ts'
import type { Store } from '../../src/store/db/store.ts'

/** A text with its codes written into it: `[b|fet]` is a pair `<b>`, `[x]` a point `<x>`. Codes are named c1, c2 … as they open. */
export function marksIn(written: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = ''
  const marks: (Mark & { to: number })[] = []
  const open: (Mark & { to: number })[] = []
  const begin = (kind: 'pair' | 'point', name: string): Mark & { to: number } => {
    const mark = {
      id: `c${marks.length + 1}`, kind, open: `<${name}>`, close: kind === 'pair' ? `</${name}>` : '', label: `<${name}>`,
      within: open.at(-1)?.id ?? '', kept: true, from: text.length, to: text.length,
    } // prettier-ignore
    marks.push(mark)
    return mark
  }
  for (const [piece] of written.matchAll(/\[\w+\||\[\w+\]|\]|[^[\]]+/g)) {
    if (piece === ']') {
      const mark = open.pop()
      if (mark) mark.to = text.length
    } else if (piece.startsWith('[') && piece.endsWith('|')) open.push(begin('pair', piece.slice(1, -1)))
    else if (piece.startsWith('[')) begin('point', piece.slice(1, -1))
    else text += piece
  }
  return { text, marks }
}

/** Makes a translation one that came in a file, with these codes in it. @param fixed its lines are segments */
export async function asOfFile(
  { db }: Store,
  personId: string,
  translationId: string,
  marks: readonly Mark[],
  fixed: boolean,
): Promise<void> {
  const [job, file] = [newId(), newId()]
  const at = Date.now()
  await db.insertInto('import_job').values({ id: job, person_id: personId, at, state: 'done', options: '{}' }).execute()
  await db
    .insertInto('file')
    .values({
      id: file,
      job_id: job,
      number: 1,
      name: 'fil.xlf',
      format: 'xliff2',
      size: 0,
      sha256: '',
      state: 'imported',
      imported_documents: 1,
      about: '{}',
      mapping: null,
      at,
    }) // prettier-ignore
    .execute()
  await insertDocuments(db, [
    { translation_id: translationId, file_id: file, number: 0, key: '', marks: JSON.stringify(marks) },
  ])
  await db
    .updateTable('translation')
    .set({ fixed: fixed ? 1 : 0 })
    .where('id', '=', translationId)
    .execute()
}
