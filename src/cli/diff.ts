import { diffTexts } from '../text/diff/index.ts'
import { printJson, type Command } from './command.ts'
import { readText } from './read-file.ts'

/** How many characters of the paragraph are shown on either side of a hunk. */
const context = 40

export const diff: Command = {
  name: 'diff',
  usage: 'OLD NEW',
  summary: 'The words that differ between two texts, hunk by hunk.',
  takes: [2, 2],
  async run(call) {
    const [a = '', b = ''] = await Promise.all(call.args.map(readText))
    const hunks = diffTexts(a, b).hunks.map(hunk => ({
      ...hunk,
      removed: a.slice(hunk.fromA, hunk.toA),
      inserted: b.slice(hunk.fromB, hunk.toB),
    }))
    if (call.json) return printJson(call, { hunks })
    for (const { fromA, toA, removed, inserted } of hunks) {
      const before = a.slice(Math.max(0, fromA - context), fromA).replace(/^[^]*\n/, '')
      const after = a.slice(toA, toA + context).replace(/\n[^]*$/, '')
      const line = a.slice(0, fromA).split('\n').length
      call.out(
        `${String(line).padStart(5)}  ${before}${removed && `[-${removed}-]`}${inserted && `{+${inserted}+}`}${after}\n`,
      )
    }
    call.out(hunks.length === 1 ? '1 hunk\n' : `${hunks.length} hunks\n`)
  },
}
