import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { problemOf } from '../../src/web/middleware/failure.ts'
import { answerUnreadable } from '../../src/web/middleware/unreadable.ts'

/** What a server answers to these bytes. */
async function answerTo(sent: string): Promise<string> {
  const server = createServer((_request, response) => response.end('read'))
  server.on('clientError', answerUnreadable)
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(sent)
  let answer = ''
  for await (const part of socket.setEncoding('utf8')) answer += String(part)
  server.close()
  return answer
}

test.each([
  ['what is no HTTP', 'GARBAGE\r\n\r\n', 400, 'Förfrågan kan inte läsas.', 'The request cannot be read.'],
  ['a NUL in the address', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'Förfrågan', 'The request'],
  ['an endless address', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'för långt', 'too long'],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
    'F',
    'T',
  ],
])('%s is answered with a sentence', async (_what, sent, status, swedish, english) => {
  const answer = await answerTo(sent)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toContain(swedish)
  expect(answer).toContain(english)
})

test('an upload that ends halfway is no defect of the program', () =>
  expect(problemOf(new Error('Request aborted'))).toMatchObject({ code: 'body-malformed' }))
