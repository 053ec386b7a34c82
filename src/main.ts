/** The composition root: the command line over the settings; what ends the process is decided here and nowhere else. */
import { buffer } from 'node:stream/consumers'
import { runCommand } from './cli/index.ts'
import { readSettings } from './config.ts'

/** @param args the command and its arguments, without node and script */
export async function main(args: readonly string[]): Promise<void> {
  // A reader that closes the pipe early (`… | head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))
  process.exitCode = await runCommand(args, {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    settings: readSettings,
    input: () => buffer(process.stdin),
    colours: process.stdout.isTTY && process.stdout.hasColors(),
    stopped: () => new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve)),
  })
}

if (import.meta.main) await main(process.argv.slice(2))
