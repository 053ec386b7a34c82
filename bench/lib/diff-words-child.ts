import { diffWords } from 'diff'
import { medianTime } from './diff-rivals.ts'

/** Answers one pair of texts: the words marked as soon as they are known, then the median time, and ends. */
process.once('message', ({ a, b }: { readonly a: string; readonly b: string }) => {
  const parts = diffWords(a, b).filter(part => part.added || part.removed)
  const marked = parts.map(part => part.value).join('\n')
  process.send?.({ marked })
  process.send?.({ marked, ms: medianTime(() => diffWords(a, b)) })
  process.disconnect()
})
process.send?.('ready')
