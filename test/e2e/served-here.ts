import { closePages } from './browser.ts'
import { serve, type Served } from './server.ts'

/** The program for all tests of a file; it ends after them, and their browser's pages with it. */
export function servedHere(): Served {
  let served: Served
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(async () => {
    await closePages()
    await served.end()
  })
  return {
    get address() {
      return served.address
    },
    get dataDir() {
      return served.dataDir
    },
    kill: () => served.kill(),
    again: () => served.again(),
    stop: () => served.stop(),
    end: () => served.end(),
  }
}
