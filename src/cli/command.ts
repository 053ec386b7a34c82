import type { ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '../config.ts'
import { Problem } from '../errors.ts'

/** What a command may use of the world outside. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly settings: (data?: string) => Settings
  /** resolves when the person at the terminal, or the system, asks the program to end */
  readonly stopped: () => Promise<unknown>
  /** all of the standard input; nothing where it is not given */
  readonly input?: () => Promise<Uint8Array>
  /** whether what is printed is seen by a person whose terminal has colours */
  readonly colours?: boolean
}

export interface Call extends Terminal {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  /** print JSON alone, for a program */
  readonly json: boolean
  /** the store's settings, `--data` heeded */
  readonly chosen: () => Settings
}

/** One command of the line: data for its help, and one function. */
export interface Command {
  readonly name: string
  /** its arguments, as help shows them: `OLD NEW` */
  readonly usage: string
  readonly summary: string
  /** how many arguments it takes: [least, most] */
  readonly takes: readonly [number, number]
  readonly options?: ParseArgsOptionsConfig
  /** a line of help an option */
  readonly help?: Readonly<Record<string, string>>
  /** it reads and writes no store, so its help does not tell of one */
  readonly storeless?: boolean
  /** sentences of help below the options */
  readonly notes?: readonly string[]
  /** commands of their own, by the first argument: `score ter` */
  readonly parts?: readonly Command[]
  /** @returns the exit code, 0 where none is given */
  readonly run: (call: Call) => Promise<number | void>
}

/** The option as text, or undefined where it was not given. */
export const textOption = (call: Call, name: string): string | undefined => {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times. */
export const textOptions = (call: Call, name: string): readonly string[] => {
  const values = call.options[name]
  return typeof values === 'object' ? values : []
}

export const usage = (what: string): Problem => new Problem('usage', { what })

export const printJson = (call: Call, value: unknown): void => {
  // Nothing is returned, whatever `out` returns (a stream's `write` does): it would be taken for the exit code.
  call.out(`${JSON.stringify(value, null, 2)}\n`)
}
