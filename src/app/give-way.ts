import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { basename } from 'node:path'

/** The thread that calls this comes after others: where there is more to do than the machine can, whoever answers requests goes first. */
export function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), 5)
  } catch {
    // only Linux tells threads apart
  }
}
