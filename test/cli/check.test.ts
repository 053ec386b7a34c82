import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../src/checks/check.ts'
import { report, summary } from '../../src/cli/check-report.ts'
import { readTerms } from '../../src/cli/terms-file.ts'
import { openDesk, type Desk } from './terminal.ts'

let desk: Desk
beforeEach(() => (desk = openDesk()))
afterEach(() => desk.remove())

const found = (text: string, words: string, more: Partial<Finding> = {}): Finding => {
  const from = text.indexOf(words)
  return {
    check: 'hybrid-name', from, to: from + words.length, text: words, category: 'accuracy/mistranslation', severity: 'major', confidence: 0.9,
    message: { sv: 'Halvöversatt namn.', en: 'A half-translated name.' }, fixes: ['Niedersachsen'], ...more,
  } // prettier-ignore
}
const plain = { language: 'en', colours: false } as const

describe('the report', () => {
  it('shows the line, marks the words beneath, and tells what to write instead', () => {
    const text = 'Rubrik\nLKA Lower Sachsen stärker säkerheten.\nSlut.'
    expect(report({ file: 'a.txt', text, findings: [found(text, 'Lower Sachsen')] }, plain)).toBe(
      [
        'a.txt:2:5  ▲ major  A half-translated name.  hybrid-name',
        '    LKA Lower Sachsen stärker säkerheten.',
        '        ^^^^^^^^^^^^^ → Niedersachsen',
        '',
        '',
      ].join('\n'),
    )
  })

  it('cuts long lines around the words, counts letters with their marks once, and marks also what has no width', () => {
    const text = `${'ord '.repeat(100)}Mu\u0308nchen ${'ord '.repeat(100)}`
    const words = report({ file: '-', text, findings: [found(text, 'Mu\u0308nchen', { fixes: [] })] }, plain)
    const [, line = '', marks = ''] = words.split('\n')
    expect(line.length).toBeLessThan(110)
    expect(line).toMatch(/^ {4}….*….?$/)
    expect(marks.trim()).toBe('^'.repeat(7))
    expect(report({ file: '-', text: 'a b', findings: [found('a b', '', { from: 2, to: 2 })] }, plain)).toContain('^')
  })

  it('writes no control character of a text to the terminal', () => {
    const text = 'a \u001b[31mröd\u0007 b'
    expect(report({ file: '-', text, findings: [found(text, 'röd')] }, plain)).not.toMatch(/[\u001b\u0007]/)
  })

  it('writes none of a file’s name either', () => {
    const words = report({ file: 'a\n\u001b[31m.txt', text: 'röd', findings: [found('röd', 'röd')] }, plain)
    expect(words.split('\n')[0]).toMatch(/^a ‹U\+001B›\[31m\.txt:1:1 /)
    expect(summary('a\u001b.txt', 0, [])).not.toContain('\u001b')
  })

  it('comes to the end of a line of half a megabyte with a finding at every word', () => {
    const text = 'Lower Sachsen, '.repeat(40_000)
    const findings = Array.from({ length: 40_000 }, (_, n) => ({
      ...found('Lower Sachsen', 'Lower Sachsen'),
      from: n * 15,
      to: n * 15 + 13,
    }))
    const words = report({ file: '-', text, findings }, plain)
    expect(words.match(/^-:1:\d+/gm)).toHaveLength(40_000)
    expect(words).toContain(`\n-:1:${39_999 * 15 + 1} `)
  })

  it('speaks Swedish, in colours, where it is asked to', () => {
    const words = report(
      { file: '-', text: 'Lower', findings: [found('Lower', 'Lower')] },
      { language: 'sv', colours: true },
    )
    expect(words).toContain('Halvöversatt namn.')
    expect(words).toContain('\u001b[31m')
  })

  it('sums up, gravest first', () => {
    const all = [found('a', 'a', { severity: 'minor' }), found('a', 'a'), found('a', 'a', { severity: 'minor' })]
    expect(summary('a.txt', 1, all)).toBe('a.txt: 3 findings in 1 word: 1 major, 2 minor\n')
    expect(summary('a.txt', 0, [])).toBe('a.txt: 0 findings in 0 words\n')
  })
})

describe('a file of terms', () => {
  it.each([
    ['preferred,variants\nAnbud,utskrivning|utlysning\n"Ett, ""två""",x\n', 2],
    ['\ufeffVariants;Preferred\r\nutskrivning | utlysning;Anbud\r\n', 1],
    ['note\tpreferred\tvariants\n\tAnbud\tutskrivning|utlysning', 1],
    ['preferred,variants\nAnbud,utskrivning|utlysning\nTomt,\n,\n', 1],
  ])('%j has its terms', async (csv, n) => {
    const terms = await readTerms(desk.file('t.csv', csv))
    expect(terms).toHaveLength(n)
    expect(terms[0]).toEqual({ preferred: 'Anbud', variants: ['utskrivning', 'utlysning'] })
  })

  it.each(['preferred,notes\n1,2\n', 'preferred,variants\n"open,x\n', ''])('%j is refused in a sentence', async csv => {
    const { code, err } = await desk.run('check', desk.file('a.txt', 'Text.'), '--terms', desk.file('t.csv', csv))
    expect([code, err.trim().split('\n').length]).toEqual([2, 1])
  })
})

describe('check', () => {
  it.each([
    [['--fail-on', 'awful'], /neutral, minor, major, critical/],
    [['--only', 'no-such-check'], /no-such-check/],
    [['--only', ' , '], /names of checks/],
    [['--language', 'de'], /sv or en/],
  ])('refuses %j in a sentence', async (options, sentence) => {
    const { code, out, err } = await desk.run('check', desk.file('a.txt', 'Text.'), ...options)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
  })

  it('tells of what it could not read, checks the rest, and ends with 2', async () => {
    desk.file('b.txt', 'Polisen kom.\n')
    desk.file('c.md', '# Rubrik\n\nPolisen kom.\n')
    desk.file('d.txt', '\0\0\0')
    desk.file('e.png', 'no text')
    const { code, out, err } = await desk.run('check', desk.folder, '--json')
    const results = JSON.parse(out) as { file: string; words: number }[]
    expect(results.map(({ file, words }) => [file.split('/').at(-1), words])).toEqual([
      ['b.txt', 2],
      ['c.md', 3],
    ])
    expect(code).toBe(2)
    expect(err).toMatch(/d\.txt/)
    expect((await desk.run('check', '/no/such/file')).code).toBe(2)
    mkdirSync(join(desk.folder, 'nothing'))
    expect(await desk.run('check', join(desk.folder, 'nothing'))).toMatchObject({ code: 2, out: '' })
  })

  it('passes over what is not Swedish in a folder, and checks it where it is named', async () => {
    const german =
      'Die Polizei hat am Montag zwei Männer festgenommen, die in der Nacht in ein Haus eingebrochen waren.\n'
    mkdirSync(join(desk.folder, 'f'))
    const source = desk.file('f/source.txt', german)
    desk.file('f/mt.txt', 'Polisen grep i måndags två män som hade brutit sig in i ett hus under natten.\n')
    const { code, out, err } = await desk.run('check', join(desk.folder, 'f'), '--json')
    expect((JSON.parse(out) as { file: string }[]).map(({ file }) => file.split('/').at(-1))).toEqual(['mt.txt'])
    expect([code, err]).toEqual([0, expect.stringMatching(/source\.txt: passed over, for its language is de/)])
    expect(JSON.parse((await desk.run('check', source, '--json')).out)).toHaveLength(1)
  })
})
