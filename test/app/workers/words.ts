/** A thread that stands in for the checks: some words are always found, each by a check of its own. */
import { parentPort } from 'node:worker_threads'

interface Job {
  readonly text: string
  readonly source: { readonly text: string } | null
  readonly skip: readonly string[]
}

const found = [
  { check: 'hybrid-name', words: 'Lower Sachsen', severity: 'major', fixes: ['Niedersachsen'] },
  { check: 'month-capital', words: 'Juni', severity: 'minor', fixes: ['juni'] },
  { check: 'doubled-word', words: 'är är', severity: 'minor', fixes: ['är', 'ä'] },
  { check: 'page-furniture', words: 'Quellen', severity: 'neutral', fixes: [''] },
]
const places = (text: string, words: string): number[] =>
  text
    .split(words)
    .slice(0, -1)
    .reduce<number[]>((all, piece) => [...all, (all.at(-1) ?? -words.length) + words.length + piece.length], [])

parentPort?.on('message', ({ text, source, skip }: Job) => {
  if (text.includes('fail')) return parentPort?.postMessage({ error: 'the checks failed' })
  const rest = Number(/wait (\d+)/.exec(text)?.[1] ?? 0)
  const findings = found
    .filter(({ check }) => !skip.includes(check))
    .flatMap(({ check, words, severity, fixes }) =>
      places(text, words).map(from => ({
        check,
        from,
        to: from + words.length,
        text: words,
        category: 'accuracy/mistranslation',
        severity,
        confidence: 0.9,
        message: { sv: `Fel: ${words}`, en: `Wrong: ${words}` },
        fixes: source?.text === 'no fixes' ? [] : fixes,
      })),
    )
    .sort((a, b) => a.from - b.from)
  setTimeout(() => parentPort?.postMessage({ findings }), rest)
})
