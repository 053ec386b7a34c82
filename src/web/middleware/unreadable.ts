import type { Duplex } from 'node:stream'
import { Problem } from '../../errors.ts'
import { problemSentence } from '../../i18n/index.ts'

/** Node's codes that say more than that what came was no HTTP. */
const problemOf = (code: string | undefined): Problem =>
  code === 'HPE_HEADER_OVERFLOW'
    ? new Problem('headers-too-large')
    : code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new Problem('request-timed-out')
      : new Problem('request-malformed')

/**
 * What Node cannot read as a request never comes to a page, nor does its language: it is answered here, in both of ours. For the
 * server's `clientError`.
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf(error.code)
  const body = `${problemSentence('sv', problem)}\n${problemSentence('en', problem)}\n`
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.code}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'",
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
