/** `npm start`: installs, builds the browser's half, and serves. */
import { runHere } from './ready.mjs'

runHere()
const { buildClient } = await import('./build-client.ts')
await buildClient()
const { main } = await import('../src/main.ts')
await main(['serve', ...process.argv.slice(2)])
