#!/usr/bin/env node
/** `rodpenna COMMAND …`: the command line. */
import { runHere } from './ready.mjs'

runHere()
const { main } = await import('../src/main.ts')
await main(process.argv.slice(2))
