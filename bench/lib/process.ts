/** A server of its own process, so that the one who asks and the one who answers do not share a core. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

export interface Running {
  readonly address: string
  /** its CPU time until now, ms: what another program's load does not change; NaN where there is no /proc */
  cpu(): number
  end(): Promise<void>
}

/** User and system time of a process, in hundredths of a second: proc_pid_stat(5), fields 14 and 15. */
function cpuOf(pid: number | undefined): number {
  try {
    const [, stat = ''] = /\) (.*)/.exec(readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8')) ?? []
    const fields = stat.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return NaN
  }
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
    cpu: () => cpuOf(child.pid),
    end: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGINT')
      await ended
    },
  }
}
