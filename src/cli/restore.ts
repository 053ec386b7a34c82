import { restoreStore } from '../app/backup/restore-backup.ts'
import { printJson, type Command } from './command.ts'
import { withDeps } from './open.ts'

export const restore: Command = {
  name: 'restore',
  usage: 'FILE [--with-faults]',
  summary: 'Reads a backup into an empty store; one that does not verify is refused whole.',
  takes: [1, 1],
  options: { 'with-faults': { type: 'boolean' } },
  help: { 'with-faults': 'take also a backup of a store that had faults of its own when it was made' },
  run: call =>
    withDeps(call, async deps => {
      const [file = ''] = call.args
      const restored = await restoreStore(deps, file, call.options['with-faults'] ? 'broken' : 'verified')
      if (call.json) printJson(call, restored)
      else call.out(`${file}: ${restored.articles} articles, ${restored.revisions} revisions restored\n`)
    }),
}
