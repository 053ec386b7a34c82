import { parentPort, workerData } from 'node:worker_threads'
import { diffWords } from 'diff'
import { medianTime } from './diff-rivals.ts'

const { a, b } = workerData as { readonly a: string; readonly b: string }
const marked = diffWords(a, b).filter(part => part.added || part.removed)
const removed = marked.map(part => part.value).join('\n')
parentPort?.postMessage({ removed })
parentPort?.postMessage({ removed, ms: medianTime(() => diffWords(a, b)) })
