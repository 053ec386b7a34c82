import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { docxtracked } from '../../src/formats/docxtracked.ts'
import { emptyDocument } from '../../src/formats/document.ts'
import { docx } from '../../src/formats/docx.ts'
import { usualLimits } from '../../src/formats/limits.ts'
import { elements, isElement, readXml, textIn, type XmlElement } from '../../src/formats/lib/xml.ts'
import { readAs } from '../contracts/formats.ts'
import { trackedArticle } from './docx-files.ts'

const isThere = spawnSync('soffice', ['--version']).status === 0

/** What LibreOffice makes of a document, as flat OpenDocument XML. */
function opened(bytes: Uint8Array): XmlElement {
  const folder = mkdtempSync(join(tmpdir(), 'rodpenna-office-'))
  try {
    writeFileSync(join(folder, 'a.docx'), bytes)
    const run = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'a.docx')], { encoding: 'utf8' }) // prettier-ignore
    if (run.status !== 0) throw new Error(run.stderr)
    return readXml(readFileSync(join(folder, 'a.fodt'), 'utf8'), { format: 'FODT', limits: usualLimits }).root
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const all = (root: XmlElement, local: string): XmlElement[] =>
  elements(root).flatMap(each => [...(each.local === local ? [each] : []), ...all(each, local)])
const creatorOf = (of: XmlElement): string => textIn(all(of, 'creator')[0] ?? of)

interface Change {
  readonly id: string
  readonly kind: string
  readonly author: string
}

const idOf = (of: XmlElement): string =>
  Object.values(of.attributes).find(({ local }) => /^(?:change-)?id$/.test(local))?.value ?? ''

const changesOf = (root: XmlElement): Change[] =>
  all(root, 'changed-region').map(region => ({
    id: idOf(region),
    kind: elements(region)[0]?.local ?? '',
    author: creatorOf(region),
  }))

/** The text as LibreOffice has it, and the words of each change. A paragraph whose end is in a hidden change goes on in the next. */
function shown(root: XmlElement, isHidden: (change: Change) => boolean) {
  const changes = new Map(changesOf(root).map(each => [each.id, each]))
  const open = new Set<Change>()
  const words = new Map<Change, string>()
  let text = ''
  const add = (piece: string): void => {
    for (const change of open) words.set(change, (words.get(change) ?? '') + piece)
    if (![...open].some(isHidden)) text += piece
  }
  const walk = (of: XmlElement): void => {
    for (const node of of.children) {
      if (!isElement(node)) {
        if (/^(?:p|h|span|a)$/.test(of.local)) add(node.text)
        continue
      }
      const change = changes.get(idOf(node))
      if (node.local === 'change-start' && change) open.add(change)
      else if (node.local === 'change-end' && change) open.delete(change)
      else if (!/^(?:tracked-changes|annotation|sequence-decls)$/.test(node.local)) {
        walk(node)
        if (/^[ph]$/.test(node.local)) add('\n')
      }
    }
  }
  walk(all(root, 'body')[0] ?? root)
  return { text: text.replace(/\n$/, ''), words: changesOf(root).map(({ id }) => words.get(changes.get(id)!) ?? '') }
}

const described = isThere ? describe : describe.skip

described('LibreOffice shows of an export with tracked changes', () => {
  let root: XmlElement
  beforeAll(async () => {
    root = opened(await docxtracked.write({ ...trackedArticle, title: '' }))
  })

  test('every insertion and deletion with its author', () => {
    const { words } = shown(root, () => false)
    expect(changesOf(root).map(({ kind, author }, i) => [kind, author, words[i]])).toEqual([
      ['insertion', 'Anna Berg', 'Niedersachsen'],
      ['deletion', 'Anna Berg', 'Lower Sachsen'],
      ['insertion', 'Bo', 'annan\n'],
      ['deletion', 'Bo', 'andra '],
    ])
  })

  test('the MT with all rejected, the corrected text with all accepted', () => {
    expect(shown(root, ({ kind }) => kind === 'insertion').text).toBe(trackedArticle.mtText)
    expect(shown(root, ({ kind }) => kind === 'deletion').text).toBe(trackedArticle.text)
  })

  test('every open flag as a comment of its author', () => {
    const comments = all(root, 'annotation')
    expect(comments.map(creatorOf)).toEqual(['Carl Öst'])
    expect(textIn(comments[0] ?? root)).toContain('Fel <ord> & så')
  })
})

test('what LibreOffice is given reads so here', async () => {
  const read = (await readAs(docx, await docxtracked.write(trackedArticle))).documents[0] ?? emptyDocument
  expect([read.text, read.revisions.at(-1)?.text]).toEqual([trackedArticle.mtText, trackedArticle.text])
})
