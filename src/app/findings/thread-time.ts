import type { Worker } from 'node:worker_threads'

/** How long a thread has worked, ms of the processor's time; none before it has begun, or where Node.js cannot tell (before 24.6). */
export async function threadTime(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    return 0
  }
}
