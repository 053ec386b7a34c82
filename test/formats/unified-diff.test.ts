import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { diff, unifiedDiff } from '../../src/formats/unified-diff.ts'
import { exported, keepsTheContract } from '../contracts/formats.ts'

keepsTheContract(diff)

const between = (a: string, b: string): string => unifiedDiff(a, b, 'mt.txt', 'corrected.txt')

describe('a unified diff', () => {
  test('of equal texts is nothing', () => expect(between('a\n', 'a\n')).toBe(''))

  test('shows three lines around what changed, and says where the last line has no end', () =>
    expect(between('1\n2\n3\n4\n5\nsex\n7', '1\n2\n3\n4\n5\nSex\n7')).toBe(
      '--- mt.txt\n+++ corrected.txt\n@@ -3,5 +3,5 @@\n 3\n 4\n 5\n-sex\n+Sex\n 7\n\\ No newline at end of file\n',
    ))

  test('has one heading for changes near each other, two for those apart', () => {
    const text = Array.from({ length: 40 }, (_, i) => `rad ${i}`)
    const change = (...at: number[]): string => text.map((line, i) => (at.includes(i) ? `${line}!` : line)).join('\n')
    const headings = (b: string): number => between(text.join('\n'), b).match(/^@@ /gm)?.length ?? 0
    expect([headings(change(10, 16)), headings(change(10, 30))]).toEqual([1, 2])
  })

  test('is the export from machine translation to corrected text', () =>
    expect(diff.write(exported({ mtText: 'Lower Sachsen', text: 'Niedersachsen' }))).toContain(
      '-Lower Sachsen\n\\ No newline at end of file\n+Niedersachsen',
    ))
})

const hasPatch = ((): boolean => {
  try {
    execFileSync('patch', ['--version'])
    return true
  } catch {
    return false
  }
})()

;(hasPatch ? describe : describe.skip)('applied by patch(1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rodpenna-patch-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const patched = (a: string, b: string): string => {
    const [file, by] = [join(folder, 'mt.txt'), join(folder, 'by.diff')]
    writeFileSync(file, a)
    writeFileSync(by, between(a, b))
    execFileSync('patch', ['--force', '--quiet', '--no-backup-if-mismatch', '--fuzz=0', file, by], { stdio: 'pipe' })
    return readFileSync(file, 'utf8')
  }

  test('the machine translation of the corpus becomes its corrected text', () => {
    const folder = 'corpus/lka-niedersachsen-granskad/1/'
    const [a, b] = [readFileSync(`${folder}mt.txt`, 'utf8'), readFileSync(`${folder}revisions/7.txt`, 'utf8')]
    expect(patched(a, b)).toBe(b)
  })

  test.each([
    ['a\n', 'a'],
    ['a', 'a\n'],
    ['a\nb\n', 'a\n'],
    ['a\n', 'a\n\n'],
    ['', 'a\nb'],
    ['a\nb\nc\nd', 'd\na\nb\nc'],
    ['ett två\ntre', 'ett\ntvå tre'],
    ['a\u2028b\nc', 'a\nb\nc'],
  ])('%j becomes %j', (a, b) => expect(patched(a, b)).toBe(b))

  test('any text becomes any other', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'Ö ', '\n', '\n', '-', '+', ' ', '\u2028'), { minLength: 1, maxLength: 24 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(patched(a, b)).toBe(b)
      }),
      { numRuns: 200, seed: 20250617 },
    )
  })
})
