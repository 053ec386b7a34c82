import type { RequestHandler } from 'express'
import { isLoopback } from '../../config.ts'
import { Problem } from '../../errors.ts'

/**
 * Is this Host header one by which this machine's own browser reaches us? A name of another site that was made to point at
 * 127.0.0.1 (DNS rebinding) is not, nor is another port, where some other program answers.
 */
export function isOwnHost(header: string | undefined, port: number | undefined): boolean {
  const [, name = '', given] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(header ?? '') ?? []
  if (!isLoopback(name)) return false
  return port === undefined || Number(given ?? 80) === port
}

export const ownHostOnly: RequestHandler = (request, _response, next) => {
  // The port the connection came in on is ours, whatever the settings say (port 0, a test).
  next(
    isOwnHost(request.headers.host, request.socket.localPort)
      ? undefined
      : new Problem('host-refused', { host: request.headers.host ?? '' }),
  )
}
