import type { HeadLine, KeptCorrection } from '../../store/integrity.ts'
import { applyCorrections } from '../../text/corrected.ts'

/**
 * What the corrections of a translation say otherwise than its texts, sentence by sentence, in English. Those that are yet to be derived
 * may; their categories are left out, which follow from more than the texts.
 */
export function correctionFaults(
  head: HeadLine,
  texts: { readonly mt: string; readonly head: string },
  corrections: readonly KeptCorrection[],
): string[] {
  const other = corrections.find(correction => correction.article_id !== head.article_id)
  if (other) return [`correction ${other.id} is another article's`]
  if (head.corrections_number !== head.head_number) return []
  const beyond = corrections.find(({ revision }) => revision < 1 || revision > head.head_number)
  if (beyond) return [`correction ${beyond.id} is said to be of revision ${beyond.revision}`]
  const misplaced = corrections.find(({ mt_from, mt_to, before }) => texts.mt.slice(mt_from, mt_to) !== before)
  if (misplaced) return [`correction ${misplaced.id} corrects other words than stand there`]
  const made = applyCorrections(
    texts.mt,
    corrections.map(({ mt_from, mt_to, after }) => ({ from: mt_from, to: mt_to, after })),
  )
  return made === texts.head ? [] : ['the corrections do not make the text of the head']
}
