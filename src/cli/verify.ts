import { verifyStore } from '../app/verify/verify.ts'
import { printJson, type Command } from './command.ts'
import { withDeps } from './open.ts'

export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: 'Replays every change of every article against its hash, and names what does not hold (exit code 1).',
  takes: [0, 0],
  run: call =>
    withDeps(call, async deps => {
      const found = await verifyStore(deps)
      if (call.json) printJson(call, found)
      else {
        for (const { articleId, translationId, number, why } of found.broken)
          call.out(articleId === '' ? `${why}\n` : `${articleId} ${translationId} revision ${number}: ${why}\n`)
        call.out(
          `${found.articles} articles, ${found.revisions} revisions: ${found.broken.length === 0 ? 'all hold' : `${found.broken.length} do not hold`}\n`,
        )
      }
      return found.broken.length === 0 ? 0 : 1
    }),
}
