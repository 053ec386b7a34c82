/** A server of its own process, so that the one who asks and the one who answers do not share a core. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Running {
  readonly address: string
  end(): Promise<void>
}

export async function running(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])])) as [unknown]
  const { address } = JSON.parse(String(said)) as { address: string }
  return {
    address,
    end: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    },
  }
}
