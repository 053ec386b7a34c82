/** Whatever is written wrongly, a command says so in a sentence of its own, and what to write. */
import { commands } from '../../src/cli/index.ts'
import { nearest } from '../../src/cli/parse-options.ts'
import { openDesk } from './terminal.ts'

const desk = openDesk()
afterAll(() => desk.remove())

const faultOf = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await desk.run(...args)
  const [, fault] = /^rodpenna: The command is not written correctly\. The fault: (.*)\.\n$/.exec(err) ?? []
  expect([code, out, typeof fault]).toEqual([2, '', 'string'])
  return fault ?? ''
}

describe.each(commands.map(({ name }) => name))('%s', name => {
  it('refuses an option that it has not, one without its value, and a value for one that takes none', async () => {
    const { options = {} } = (await commands.find(each => each.name === name)?.load()) ?? {}
    expect(await faultOf(name, '--nothing-of-the-kind')).toContain(`${name} has no option --nothing-of-the-kind`)
    expect(await faultOf(name, '-9')).toContain('a file of that name is written ./-9')
    expect(await faultOf(name, '--json=yes')).toBe('--json takes no value, and yes was given')
    for (const option of [...Object.keys(options).filter(each => options[each]?.type === 'string'), 'data']) {
      expect(await faultOf(name, `--${option}`)).toContain(`--${option} is without its value: --`)
      expect(await faultOf(name, `--${option}`, '--json')).toContain(`is written --${option}=--json`)
    }
  })
})

describe('a wrong call', () => {
  it('a number below zero is a value, and is refused as what it is', async () => {
    const file = desk.file('a.tsv', 'x')
    for (const args of [['--threshold', '-5'], ['--threshold=-5']])
      expect(await faultOf('score', 'mqm', file, ...args)).toBe('--threshold takes a number from 0 to 100')
    expect(await faultOf('score', 'chrf', '--char-order', '-1')).toBe('--char-order takes a whole number from 0 to 100')
  })

  it('of too few or too many arguments says how many there are to be', async () => {
    expect(await faultOf('diff', 'a')).toBe('diff takes 2 arguments, and 1 is given: rodpenna diff OLD NEW')
    expect(await faultOf('verify', 'a', 'b')).toBe('verify takes no arguments, and 2 are given: rodpenna verify')
    expect(await faultOf('inspect')).toBe(
      'inspect takes at least 1 argument, and none is given: rodpenna inspect FILE…',
    )
    expect(await faultOf('score', 'mqm')).toContain('score mqm takes 1 argument, and none is given')
    expect(await faultOf('terms', 'import')).toContain('terms import takes a FILE')
  })

  it('says what was perhaps meant', async () => {
    expect(await faultOf('scor')).toContain('score was perhaps meant')
    expect(await faultOf('check', '--fail-onn=major', 'a')).toContain('--fail-on was perhaps meant')
    expect([nearest('thresh', ['threshold', 'by']), nearest('xyz', ['threshold', 'by'])]).toEqual([
      'threshold',
      undefined,
    ])
  })

  it('names an option by its name, with what it can be', async () => {
    expect(await faultOf('corrections', '--since', 'x')).toContain('--since cannot be “x”: --since, --until DAY')
    expect(await faultOf('corrections', '--order', 'x')).toBe('--order is up or down')
    expect(await faultOf('list', '--data=')).toBe('--data takes a folder, and an empty name was given')
  })

  it('says in words what the system has a code for', async () => {
    const { code, err } = await desk.run('convert', desk.file('a.txt', 'Hej.\n'), '/no-such-folder/a.md')
    expect([code, err]).toEqual([
      2,
      'rodpenna: A file cannot be written. The file is /no-such-folder/a.md. Reason: there is no such file or folder.\n',
    ])
  })
})
