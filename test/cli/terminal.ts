import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../src/cli/index.ts'
import { readSettings } from '../../src/config.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own, in which files are written and commands run as at a terminal; the store is `data` in it. */
export interface Desk {
  readonly folder: string
  file(name: string, content: string | Uint8Array): string
  run(...args: string[]): Promise<Said>
  remove(): void
}

export function openDesk(env: NodeJS.ProcessEnv = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'rodpenna-cli-'))
  return {
    folder,
    file(name, content) {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    async run(...args) {
      const said = { out: '', err: '' }
      const code = await runCommand(args, {
        // as a stream's `write` does, which returns whether it has room for more
        out: text => Boolean((said.out += text)),
        err: text => void (said.err += text),
        settings: data => readSettings(data, { DATA_DIR: join(folder, 'data'), ...env }),
        stopped: () => Promise.resolve(),
      })
      return { code, ...said }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
