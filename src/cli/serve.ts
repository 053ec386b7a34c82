import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { keepCounting } from '../app/findings/keep-counting.ts'
import { keepImporting } from '../app/imports/keep-importing.ts'
import { keepLearning } from '../app/corrections/keep-learning.ts'
import { keepMeasuring } from '../app/measure/keep-measuring.ts'
import { keepSpreading } from '../app/pairs/keep-spreading.ts'
import { loadCorpus } from '../app/corpus/load-corpus.ts'
import { keepReady } from '../app/quality/keep-ready.ts'
import { keepPrinting } from '../app/articles/print-articles.ts'
import { isLoopback, type Settings } from '../config.ts'
import { Problem } from '../errors.ts'
import { answerUnreadable } from '../web/middleware/unreadable.ts'
import { createApp } from '../web/server.ts'
import type { Command } from './command.ts'
import { shippedCorpus, withDeps } from './open.ts'

/** How long a request that is under way may take to end after Ctrl-C, ms. */
const grace = 3000

async function listen(server: Server, { host, port }: Settings): Promise<string> {
  server.listen(port, host.replace(/^\[|\]$/g, ''))
  try {
    await once(server, 'listening')
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? ''
    throw new Problem(why === 'EADDRINUSE' ? 'port-taken' : 'port-refused', { host, port, why })
  }
  const address = server.address()
  return `http://${host}:${typeof address === 'object' && address ? address.port : port}`
}

/** Lets what is under way end, and waits for nobody longer than the grace. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(late)
}

export const serve: Command = {
  name: 'serve',
  usage: '',
  summary: 'Serves the review desk on this machine; PORT, HOST, DATA_DIR and DATABASE_URL are its settings.',
  takes: [0, 0],
  async run(call) {
    const settings = call.chosen()
    if (!isLoopback(settings.host)) throw new Problem('host-needs-accounts', { host: settings.host })
    const stopped = call.stopped()
    await withDeps(call, async deps => {
      await loadCorpus(deps, shippedCorpus)
      // A missing Host is refused by the app, with a sentence; what is no request at all, by answerUnreadable.
      const server = createServer({ requireHostHeader: false }, createApp(deps, settings))
      server.on('clientError', answerUnreadable)
      const address = await listen(server, settings)
      call.out(call.json ? `${JSON.stringify({ address })}\n` : `Rödpenna is at ${address} (Ctrl-C ends it)\n`)
      const log = (line: string) => void call.err(`${line}\n`)
      const background = [
        keepCounting(deps, { log }),
        keepImporting(deps, { log }),
        keepLearning(deps, { log }),
        keepMeasuring(deps, { log }),
        keepPrinting(deps, { log }),
        keepReady(deps, { log }),
        keepSpreading(deps, { log }),
      ]
      await stopped
      await close(server)
      const stopping = background.map(each => each.stop())
      // what is under way in threads is left to the next start
      await Promise.all([deps.checks.close(), deps.reader.close()])
      await Promise.all(stopping)
    })
  },
}
