/** A thread that stands in for the checks: it finds the whole text; some words make it fail as threads do. */
import { parentPort } from 'node:worker_threads'

const finding = (text: string) => ({ check: 'echo', from: 0, to: text.length, text, fixes: [] })

/** Which terms came with the job, and whether whole. */
const termsOf = (terms?: { stamp: string; list?: unknown }) =>
  terms ? `${terms.stamp}${terms.list ? ' whole' : ''}` : 'none'

parentPort?.on('message', ({ text, terms }: { text: string; terms?: { stamp: string; list?: unknown } }) => {
  if (text === 'terms') return parentPort?.postMessage({ findings: [finding(termsOf(terms))] })
  if (text === 'throw') return parentPort?.postMessage({ error: 'thrown' })
  if (text === 'die') throw new Error('died')
  if (text === 'exit') process.exit(3)
  if (text === 'hang') for (;;);
  const rest = /^wait (\d+)/.exec(text)?.[1]
  setTimeout(() => parentPort?.postMessage({ findings: [finding(text)] }), Number(rest ?? 0))
})
