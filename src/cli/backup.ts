import { backupStore } from '../app/backup/backup.ts'
import { printJson, type Command } from './command.ts'
import { withDeps } from './open.ts'

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  summary:
    'Writes the whole store to one file, consistent also while it is in use, and checks the file by reading it again.',
  takes: [1, 1],
  run: call =>
    withDeps(call, async deps => {
      const [file = ''] = call.args
      const made = await backupStore(deps, file)
      if (call.json) printJson(call, made)
      else {
        call.out(`${file}: ${made.articles} articles, ${made.revisions} revisions, checked\n`)
        if (made.broken.length > 0)
          call.err(
            `${file}: the store has ${made.broken.length} faults of its own, kept as they are: verify names them, restore --with-faults takes them\n`,
          )
      }
    }),
}
