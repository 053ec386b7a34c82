/** Writes paragraphs anew: their runs where words change, their ends where paragraphs are split or become one. */
import { isSeen, type Accepts } from '../change.ts'
import type { By, LineEdit } from './line-edits.ts'
import { byXml, piecesXml } from './markup.ts'
import type { Paragraph, Range, Run } from '../paragraph.ts'
import { hostOf, wordsOf, type Insertion } from './hosts.ts'
import { RunWriter, type Deletion } from './run-writer.ts'
import type { SourceEdits } from './source-edits.ts'

const isTracked = (container: { readonly local: string }): boolean =>
  /^(?:ins|del|moveFrom|moveTo)$/.test(container.local)

function push<T>(map: Map<Run, T[]>, run: Run, value: T): void {
  const own = map.get(run)
  if (own) own.push(value)
  else map.set(run, [value])
}

export class ParagraphWriter {
  readonly #edits: SourceEdits
  readonly #source: string
  /** of the paragraphs that get other properties: changes of the marks, by the split that they end */
  readonly #splits = new Map<Paragraph, By[]>()
  readonly #deleted = new Map<Paragraph, By>()
  #id: number

  constructor(edits: SourceEdits, source: string) {
    this.#edits = edits
    this.#source = source
    this.#id =
      1 + Array.from(source.matchAll(/:id="(\d{1,9})"/g)).reduce((most, [, id]) => Math.max(most, Number(id)), 0)
  }

  #slice = ({ from, to }: Range): string => this.#source.slice(from, to)
  #prefix = ({ start }: Paragraph): string => /^<([\w.-]+:)?p/.exec(this.#slice(start))?.[1] ?? ''

  words(paragraph: Paragraph, text: string, edits: readonly LineEdit[], accepts: Accepts): void {
    const words = wordsOf(paragraph, accepts)
    const insertions = new Map<Run, Insertion[]>()
    const deletions = new Map<Run, Deletion[]>()
    let behind = ''
    for (const edit of edits) {
      for (const { run, from, to } of words)
        if (from < edit.to && to > edit.from) push(deletions, run, { from: edit.from, to: edit.to, by: edit.by })
      if (edit.insert === '') continue
      const host = hostOf(words, text, edit)
      if (host) push(insertions, host.run, { ...host, text: edit.insert, by: edit.by })
      else behind += this.#newRun(paragraph, edit)
    }
    for (const run of paragraph.runs) {
      if (!insertions.has(run) && !deletions.has(run)) continue
      this.#write(paragraph, run, insertions.get(run) ?? [], deletions.get(run) ?? [], accepts)
    }
    if (behind !== '') this.#append(paragraph, behind)
  }

  /** XML at places of a paragraph's text. */
  marks(
    paragraph: Paragraph,
    marks: readonly { readonly at: number; readonly after: boolean; readonly raw: string }[],
    accepts: Accepts,
  ): void {
    const words = wordsOf(paragraph, accepts)
    const insertions = new Map<Run, Insertion[]>()
    let behind = ''
    for (const { at, after, raw } of marks) {
      const before = words.findLast(({ from, to }) => from < at && to >= at)
      const next = words.find(({ from, to }) => from <= at && to > at)
      const host = after ? (before ?? next) : (next ?? before)
      if (host) push(insertions, host.run, { run: host.run, at, after: host === before, text: '', raw, by: null })
      else behind += raw
    }
    for (const [run, own] of insertions) this.#write(paragraph, run, own, [], accepts)
    if (behind !== '') this.#append(paragraph, behind)
  }

  #write(
    paragraph: Paragraph,
    run: Run,
    insertions: readonly Insertion[],
    deletions: readonly Deletion[],
    accepts: Accepts,
  ): void {
    const prefix = this.#prefix(paragraph)
    const containers = [...run.containers].reverse()
    const tracked = containers.slice(
      0,
      Math.max(
        0,
        containers.findIndex(each => !isTracked(each)),
      ),
    )
    const around = containers.every(isTracked) ? containers : tracked
    const close = (some: typeof containers): string => some.map(({ name }) => `</${name}>`).join('')
    const open = (some: typeof containers): string =>
      some
        .toReversed()
        .map(({ start }) => this.#slice(start))
        .join('')
    const writer = new RunWriter(run, {
      slice: range => this.#edits.take(range),
      source: this.#source,
      prefix,
      id: () => this.#id++,
      outside: raw => close(around) + raw + open(around),
      split: by => close(containers) + this.#split(paragraph, by) + open(containers),
    })
    let at = 0
    for (const each of paragraph.runs) {
      if (each === run) break
      for (const { text, changes } of each.atoms) if (isSeen(changes, accepts)) at += text.length
    }
    const written = writer.write(at, insertions, deletions, accepts)
    this.#edits.replace(run, written)
  }

  #split(paragraph: Paragraph, by: By): string {
    const splits = this.#splits.get(paragraph) ?? []
    splits.push(by)
    this.#splits.set(paragraph, splits)
    return `\0${splits.length}\0`
  }

  markDeleted(paragraph: Paragraph, by: By): void {
    this.#deleted.set(paragraph, by)
  }

  #newRun(paragraph: Paragraph, { insert, by }: LineEdit): string {
    const prefix = this.#prefix(paragraph)
    const mark = paragraph.markProperties ? this.#slice(paragraph.markProperties) : ''
    const properties = /Change\b/.test(mark) ? '' : mark.replace(/<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\b[^>]*\/>/g, '')
    return insert
      .split('\n')
      .map((line, i) => {
        const run = line === '' ? '' : `<${prefix}r>${properties}${piecesXml(line, prefix)}</${prefix}r>`
        const written = run !== '' && by ? `<${prefix}ins ${byXml(prefix, this.#id++, by)}>${run}</${prefix}ins>` : run
        return i === 0 ? written : this.#split(paragraph, by) + written
      })
      .join('')
  }

  #appended = new Map<Paragraph, string>()

  #append(paragraph: Paragraph, xml: string): void {
    this.#appended.set(paragraph, (this.#appended.get(paragraph) ?? '') + xml)
  }

  #isClosed = ({ inner, to }: Paragraph): boolean => inner.from === to
  #startTag = (paragraph: Paragraph): string => this.#slice(paragraph.start).replace(/\/>$/, '>')
  #endTag = (paragraph: Paragraph): string => `</${this.#prefix(paragraph)}p>`

  /** The properties of a paragraph with a change of its mark. */
  #properties(paragraph: Paragraph, mark: string, withSection: boolean): string {
    const prefix = this.#prefix(paragraph)
    const { properties, markProperties, section, before } = paragraph
    if (!properties) return mark === '' ? '' : `<${prefix}pPr><${prefix}rPr>${mark}</${prefix}rPr></${prefix}pPr>`
    let written = this.#slice(properties)
    const cut = (range: Range | null, by: (xml: string) => string): void => {
      if (range) written = written.replace(this.#slice(range), () => by(this.#slice(range)))
    }
    if (mark !== '') {
      if (markProperties)
        cut(markProperties, xml => (xml.endsWith('/>') ? `<${prefix}rPr>${mark}</${prefix}rPr>` : xml.replace(/^<[^>]*>/, start => start + mark))) // prettier-ignore
      else {
        const own = `<${prefix}rPr>${mark}</${prefix}rPr>`
        const next = section ?? before
        if (next) cut(next, xml => own + xml)
        else
          written = written.endsWith('/>')
            ? `<${prefix}pPr>${own}</${prefix}pPr>`
            : written.replace(/<\/[^>]*>$/, end => own + end)
      }
    }
    if (!withSection) cut(section, () => '')
    return written
  }

  /** The first stays, with what the others hold; where nothing of it is left, the first that has words lends it its properties. */
  join(group: readonly { readonly paragraph: Paragraph; readonly empty: boolean }[]): void {
    const leader = (group.find(({ empty }) => !empty) ?? group[0])?.paragraph
    if (!leader) return
    for (const [i, { paragraph }] of group.entries()) {
      const content = paragraph.properties?.to ?? paragraph.inner.from
      const isLast = i === group.length - 1
      if (i > 0 || paragraph !== leader || this.#isClosed(paragraph)) {
        const header = i === 0 ? this.#startTag(leader) + this.#properties(leader, '', true) : ''
        const closed = this.#isClosed(paragraph) && isLast ? this.#endTag(paragraph) : ''
        this.#edits.replace({ from: paragraph.from, to: this.#isClosed(paragraph) ? paragraph.to : content }, header + (this.#isClosed(paragraph) ? (this.#appended.get(paragraph) ?? '') : '') + closed) // prettier-ignore
        if (this.#isClosed(paragraph)) this.#appended.delete(paragraph)
      }
      if (!isLast && !this.#isClosed(paragraph)) {
        this.#edits.replace({ from: paragraph.inner.to, to: paragraph.to }, this.#appended.get(paragraph) ?? '')
        this.#appended.delete(paragraph)
      }
    }
  }

  /** Writes what is known only when all words are written: properties of split paragraphs, and what stands in empty ones. */
  finish(): void {
    for (const paragraph of new Set([...this.#splits.keys(), ...this.#deleted.keys(), ...this.#appended.keys()])) {
      const splits = this.#splits.get(paragraph) ?? []
      const prefix = this.#prefix(paragraph)
      const change = (kind: string, by: By | undefined): string =>
        by ? `<${prefix}${kind} ${byXml(prefix, this.#id++, by)}/>` : ''
      const propertiesAt = (i: number): string =>
        i < splits.length
          ? this.#properties(paragraph, change('ins', splits[i]), false)
          : this.#properties(paragraph, change('del', this.#deleted.get(paragraph)), true)
      const start = this.#startTag(paragraph).replace(/\s(?:\w+:)?(?:paraId|textId)="[^"]*"/g, '')

      const fill = (xml: string): string =>
        xml.replace(/\0(\d+)\0/g, (_, number: string) => this.#endTag(paragraph) + start + propertiesAt(Number(number)))
      const appended = this.#appended.get(paragraph) ?? ''
      const { inner, properties } = paragraph
      if (this.#isClosed(paragraph)) {
        this.#edits.replace(
          paragraph,
          this.#startTag(paragraph) + propertiesAt(0) + fill(appended) + this.#endTag(paragraph),
        )
        continue
      }
      const body = fill(this.#edits.take({ from: properties?.to ?? inner.from, to: inner.to }) + appended)
      const isSame = splits.length === 0 && !this.#deleted.has(paragraph)
      const header = isSame ? this.#edits.take({ from: inner.from, to: properties?.to ?? inner.from }) : propertiesAt(0)
      this.#edits.replace(inner, header + body)
    }
  }
}
