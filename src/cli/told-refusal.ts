/** A refusal as the command line tells it: of options by the names that they were written with, of the system without its codes. */
import { Problem } from '../errors.ts'
import { problemSentence } from '../i18n/index.ts'
import { usage, type Call, type Command } from './command.ts'

/** What the codes of the system mean to who has named a file or folder. */
const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, and no folder',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
}

const withoutCode = (value: string | number): string | number => {
  const [, code = ''] = /^(E[A-Z]+)(?::|$)/.exec(String(value)) ?? []
  return systemReasons[code] ?? value
}

/** »ENOENT: no such file or directory, open '/x'« in words. */
const withoutCodes = ({ code, values }: Problem): Problem =>
  new Problem(code, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, withoutCode(value)])))

/** What an option cannot be is a fault of the command, which names it, and says what it can be. */
function ofOption({ help = {} }: Pick<Command, 'help'>, options: Call['options'], problem: Problem): Problem {
  const field = String(problem.values['field'] ?? '')
  const value = options[field]
  if (problem.code !== 'field-invalid' || typeof value !== 'string') return problem
  const lines = Object.entries(help).filter(([label, line]) =>
    new RegExp(`^${field}\\b|--${field}\\b`).test(`${label} ${line}`),
  )
  const told = lines.map(([label, line]) => `: --${label}, ${line}`)[0] ?? ''
  return usage(`--${field} cannot be “${value}”${told}`)
}

export const toldRefusal = (
  problem: Problem,
  called: { readonly command: Pick<Command, 'help'>; readonly options: Call['options'] } | null,
): string =>
  problemSentence(
    'en',
    called ? ofOption(called.command, called.options, withoutCodes(problem)) : withoutCodes(problem),
  )
