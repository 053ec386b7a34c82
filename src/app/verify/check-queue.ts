import type { HeadLine, Kept, QueueLine } from '../../store/integrity.ts'
import { severities } from '../../mqm/annotation.ts'
import { countWords } from '../../text/words.ts'
import { openFlags } from '../flags/flag-views.ts'
import { flagsWeight } from '../queue/summarise.ts'

/**
 * What the queue says of an article otherwise than the translation it was last worked on, sentence by sentence, in English. The share
 * corrected is left out: it would take a comparison of every article.
 */
export function queueFaults(line: QueueLine, head: HeadLine, text: string, flags: readonly Kept[]): string[] {
  let open
  try {
    open = openFlags(flags.filter(flag => flag.withdrawn_at === null))
  } catch {
    // a place that cannot be read is told where places are looked at
    return []
  }
  const derived: Readonly<Record<string, string | number>> = {
    state: head.state,
    words: countWords(text),
    ...Object.fromEntries(severities.map(severity => [`flags_${severity}`, open[severity]])),
    flags_weight: flagsWeight(open),
  }
  const kept: Readonly<Record<string, unknown>> = { ...line }
  return Object.entries(derived)
    .filter(([column, value]) => kept[column] !== value)
    .map(([column, value]) => `the queue has ${column} ${String(kept[column])}, not ${value}`)
}
