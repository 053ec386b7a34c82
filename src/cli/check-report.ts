/** Findings as a person reads them at a terminal: the line, the words marked beneath, what is wrong, what to write instead. */
import { styleText } from 'node:util'
import type { Finding } from '../checks/check.ts'
import type { Language } from '../i18n/index.ts'
import { severities, type Severity } from '../mqm/annotation.ts'
import { seen } from '../text/seen.ts'
import { shapes } from '../web/view/severity.ts'

/** How many characters of a line are shown, and how many of them before the words. */
const width = 96
const before = 40

const colours: Readonly<Record<Severity, 'gray' | 'yellow' | 'red' | 'magenta'>> = {
  neutral: 'gray',
  minor: 'yellow',
  major: 'red',
  critical: 'magenta',
}

export interface Style {
  readonly language: Language
  readonly colours: boolean
}

const paint = ({ colours: on }: Style, severity: Severity | 'bold' | 'dim', text: string): string =>
  on
    ? styleText(severity === 'bold' || severity === 'dim' ? severity : colours[severity], text, {
        validateStream: false,
      })
    : text

const oneLine = (text: string): string => seen(text.replace(/[\n\u2028\t]/g, ' '))

/** How many cells a text takes: marks that stand on a letter take none. */
const cells = (text: string): number => Array.from(text.replace(/\p{M}/gu, '')).length

/** The line that the words stand in, cut where it is long, and the marks beneath. @param lineStart where that line begins */
function excerpt(
  text: string,
  { from, to }: Finding,
  lineStart: number,
): readonly [line: string, lead: number, marks: number] {
  // a line that is cut begins with a whole word
  const cut = from - before > lineStart ? text.slice(from - before, from).search(/(?<=\s)\S/) : -1
  const start = cut < 0 ? Math.max(lineStart, from - before) : from - before + cut
  const most = Math.min(text.length, Math.max(to, start + width))
  const lineEnd = text.slice(to, most).indexOf('\n')
  const end = lineEnd < 0 ? most : to + lineEnd
  const cutBefore = start > 0 && text.charAt(start - 1) !== '\n' ? '…' : ''
  const cutAfter = end < text.length && text.charAt(end) !== '\n' ? '…' : ''
  const lead = cutBefore + oneLine(text.slice(start, from).toWellFormed())
  const words = oneLine(text.slice(from, to))
  return [
    `${lead}${words}${oneLine(text.slice(to, end).toWellFormed())}${cutAfter}`,
    cells(lead),
    Math.max(1, cells(words)),
  ]
}

/** From an offset in a text to its line and column, both from 1; the offsets must come in order. */
function lineCounter(text: string): (at: number) => { readonly line: number; readonly column: number } {
  let [line, start] = [1, 0]
  return at => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < at; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { line, column: at - start + 1 }
  }
}

/** @param findings in the order of the text */
export function report(
  { file, text, findings }: { readonly file: string; readonly text: string; readonly findings: readonly Finding[] },
  style: Style,
): string {
  const placeOf = lineCounter(text)
  return findings
    .map(finding => {
      const { line, column } = placeOf(finding.from)
      const [words, lead, marks] = excerpt(text, finding, finding.from - column + 1)
      const { severity } = finding
      const fixes = finding.fixes.map(fix => (fix === '' ? '(nothing)' : oneLine(fix))).join(' | ')
      return [
        `${paint(style, 'bold', `${oneLine(file)}:${line}:${column}`)}  ${paint(style, severity, `${shapes[severity]} ${severity}`)}  ${oneLine(finding.message[style.language])}  ${paint(style, 'dim', finding.check)}`,
        `    ${words}`,
        `    ${' '.repeat(lead)}${paint(style, severity, '^'.repeat(marks))}${fixes && ` → ${fixes}`}`,
        '',
        '',
      ].join('\n')
    })
    .join('')
}

/** `3 findings in 412 words: 1 major, 2 minor`. */
export function summary(name: string, words: number, findings: readonly Finding[]): string {
  const by = severities
    .toReversed()
    .map(severity => [findings.filter(finding => finding.severity === severity).length, severity] as const)
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${severity}`)
  const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
  return `${oneLine(name)}: ${many(findings.length, 'finding')} in ${many(words, 'word')}${by.length > 0 ? `: ${by.join(', ')}` : ''}\n`
}
