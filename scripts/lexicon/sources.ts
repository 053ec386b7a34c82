/** Fetches the packages that the lexicon is made of, by the ordinary clients, into a folder that is kept between runs. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The versions that the committed lexicon was made from; src/checks/data/SOURCES.md tells their licences. */
export const dictionaries = { sv: '4.0.0', en: '4.0.0', de: '3.0.0', da: '6.0.0', fr: '3.0.0' } as const
export const wordfreq = '3.1.1'

/** The folder of an npm dictionary, `index.aff` and `index.dic` in it. */
export function dictionaryFolder(cache: string, language: keyof typeof dictionaries): string {
  const folder = join(cache, `dictionary-${language}`)
  if (!existsSync(join(folder, 'package'))) {
    mkdirSync(folder, { recursive: true })
    const name = `dictionary-${language}@${dictionaries[language]}`
    const packed = execFileSync('npm', ['pack', '--silent', name, '--pack-destination', folder], { encoding: 'utf8' })
    execFileSync('tar', ['-xzf', join(folder, packed.trim().split('\n').at(-1) ?? ''), '-C', folder])
  }
  return join(folder, 'package')
}

/** The file of a frequency list. Needs Python with pip, which also unpacks the wheel. */
export function frequencyFile(cache: string, name: string): string {
  const folder = join(cache, 'wordfreq')
  if (!existsSync(join(folder, 'wordfreq'))) {
    mkdirSync(folder, { recursive: true })
    execFileSync('python3', ['-m', 'pip', 'download', '-q', '--no-deps', `wordfreq==${wordfreq}`, '-d', folder])
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, `wordfreq-${wordfreq}-py3-none-any.whl`), folder])
  }
  return join(folder, 'wordfreq', 'data', `${name}.msgpack.gz`)
}
