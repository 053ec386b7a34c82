/** Callers that ask over kept connections, and what they met. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** milliseconds from asking to the last byte */
  readonly ms: number
}

export interface Load {
  /** milliseconds of each answer */
  readonly times: readonly number[]
  readonly seconds: number
  /** bytes of the last answer's body */
  readonly bytes: number
}

export interface Figures {
  readonly perSecond: number
  readonly median: number
  readonly p95: number
  readonly bytes: number
}

export function ask(address: string, asked: Asked, agent?: Agent): Promise<Answer> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(asked.path, address),
      { method: asked.method ?? 'GET', headers: asked.headers, agent },
      answer => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(pieces).toString(),
            ms: performance.now() - begun,
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(asked.body)
  })
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN

/** Several loads as one. */
export function figures(loads: readonly Load[]): Figures {
  const sorted = loads.flatMap(({ times }) => times).sort((a, b) => a - b)
  const seconds = loads.reduce((sum, load) => sum + load.seconds, 0)
  return {
    perSecond: sorted.length / seconds,
    median: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    bytes: loads.at(-1)?.bytes ?? 0,
  }
}

/**
 * @param next what caller c asks the n-th time; every answer must be a 2xx
 * @param every a caller asks once in so many ms, the callers spread over that time; 0: again as soon as it is answered
 */
export async function load(
  address: string,
  callers: number,
  ms: number,
  next: (caller: number, n: number) => Asked,
  every = 0,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const times: number[] = []
  let bytes = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let n = 0; ; n++) {
        const due = begun + every * (n + caller / callers)
        if (due - begun >= ms && every > 0) return
        if (due > performance.now()) await sleep(due - performance.now())
        if (every === 0 && performance.now() - begun >= ms) return
        const asked = next(caller, n)
        const answer = await ask(address, asked, agent)
        if (answer.status < 200 || answer.status > 299)
          throw new Error(`${asked.method ?? 'GET'} ${asked.path}: ${answer.status} ${answer.body.slice(0, 300)}`)
        times.push(answer.ms)
        bytes = Buffer.byteLength(answer.body)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return { times, seconds, bytes }
}
