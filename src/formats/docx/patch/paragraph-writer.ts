/** Writes paragraphs anew: their runs where words change, their ends where paragraphs are split or become one. */
import { isSeen, type Accepts } from '../change.ts'
import type { By, LineEdit } from './line-edits.ts'
import { byXml, freeId, piecesXml } from './markup.ts'
import { isTracked, type Container, type Paragraph, type Range, type Run } from '../paragraph.ts'
import { hostsOf, wordsOf, type Insertion } from './hosts.ts'
import { Places, type Beside, type PlacedCode } from './places.ts'
import { RunWriter, type Deletion, type Look } from './run-writer.ts'
import type { SourceEdits } from './source-edits.ts'

function push<T>(map: Map<Run, T[]>, run: Run, value: T): void {
  const own = map.get(run)
  if (own) own.push(value)
  else map.set(run, [value])
}

const closed = (containers: readonly Container[]): string => containers.map(({ name }) => `</${name}>`).join('')

export class ParagraphWriter {
  readonly #edits: SourceEdits
  readonly #source: string
  /** of the paragraphs that get other properties: changes of the marks, by the split that they end */
  readonly #splits = new Map<Paragraph, By[]>()
  readonly #deleted = new Map<Paragraph, By>()
  /** those whose start tag and properties are another's, or gone, since they were made one with others */
  readonly #headless = new Set<Paragraph>()
  #id: number

  constructor(edits: SourceEdits, source: string) {
    this.#edits = edits
    this.#source = source
    this.#id = freeId(source, 1)
  }

  #slice = ({ from, to }: Range): string => this.#source.slice(from, to)
  #prefix = ({ start }: Paragraph): string => /^<([\w.-]+:)?p/.exec(this.#slice(start))?.[1] ?? ''

  /** @param codes pairs of the paragraph as they are to stand in the corrected text */
  words(
    paragraph: Paragraph,
    text: string,
    edits: readonly LineEdit[],
    codes: readonly PlacedCode[],
    accepts: Accepts,
  ): void {
    const words = wordsOf(paragraph, accepts)
    const places = new Places(this.#source, paragraph, codes)
    const beside: { readonly edit: LineEdit; readonly place: Beside }[] = []
    const insertions = new Map<Run, Insertion[]>()
    const deletions = new Map<Run, Deletion[]>()
    let behind = ''
    for (const edit of edits) {
      for (const { run, from, to } of words)
        if (from < edit.to && to > edit.from) push(deletions, run, { from: edit.from, to: edit.to, by: edit.by })
      if (edit.insert === '') continue
      const place = places.choose(hostsOf(words, text, edit), edit)
      if (!place) behind += this.#newRun(paragraph, edit)
      else if ('run' in place) push(insertions, place.run, { ...place, text: edit.insert, by: edit.by })
      else beside.push({ edit, place })
    }
    for (const run of paragraph.runs) {
      if (!insertions.has(run) && !deletions.has(run)) continue
      this.#write(paragraph, run, insertions.get(run) ?? [], deletions.get(run) ?? [], [], accepts)
    }
    this.#putBeside(paragraph, beside)
    if (behind !== '') this.#append(paragraph, behind)
  }

  #putBeside(paragraph: Paragraph, given: readonly { readonly edit: LineEdit; readonly place: Beside }[]): void {
    for (const [tag, all] of Map.groupBy(given, ({ place }) => place.tag)) {
      const on = (side: Beside['side']): string => all.map(({ edit, place }) => place.side === side ? this.#newRun(paragraph, edit, place) : '').join('') // prettier-ignore
      this.#edits.replace(tag, on('before') + this.#edits.take(tag) + on('after'))
    }
  }

  /** XML at places of a paragraph's text, and other looks of ranges of it. */
  marks(
    paragraph: Paragraph,
    marks: readonly { readonly at: number; readonly after: boolean; readonly raw: string }[],
    accepts: Accepts,
    looks: readonly Look[] = [],
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
    for (const { run, from, to } of words)
      if (!insertions.has(run) && looks.some(look => look.from < to && look.to > from)) insertions.set(run, [])
    for (const [run, own] of insertions) this.#write(paragraph, run, own, [], looks, accepts)
    if (behind !== '') this.#append(paragraph, behind)
  }

  #write(
    paragraph: Paragraph,
    run: Run,
    insertions: readonly Insertion[],
    deletions: readonly Deletion[],
    looks: readonly Look[],
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
    const writer = new RunWriter(run, {
      slice: range => this.#edits.take(range),
      source: this.#source,
      prefix,
      id: () => this.#id++,
      outside: raw => closed(around) + raw + this.#opened(around),
      split: by => closed(containers) + this.#split(paragraph, by) + this.#opened(containers),
    })
    let at = 0
    for (const each of paragraph.runs) {
      if (each === run) break
      for (const { text, changes } of each.atoms) if (isSeen(changes, accepts)) at += text.length
    }
    const written = writer.write(at, insertions, deletions, looks, accepts)
    this.#edits.replace(run, written)
  }

  /** @param containers the innermost first */
  #opened = (containers: readonly Container[]): string => containers.toReversed().map(({ start }) => this.#slice(start)).join('') // prettier-ignore

  #split(paragraph: Paragraph, by: By): string {
    const splits = this.#splits.get(paragraph) ?? []
    splits.push(by)
    this.#splits.set(paragraph, splits)
    return `\0${splits.length}\0`
  }

  markDeleted(paragraph: Paragraph, by: By): void {
    this.#deleted.set(paragraph, by)
  }

  /** What a run has that stands behind all words of a paragraph. */
  #markProperties({ markProperties }: Paragraph): string {
    const mark = markProperties ? this.#slice(markProperties) : ''
    return /Change\b/.test(mark)
      ? ''
      : mark.replace(/<(?:\w+:)?(?:ins|del|moveFrom|moveTo|vanish|specVanish)\b[^>]*\/>/g, '')
  }

  /** A run of its own. @param at the properties and the elements around it, where it does not stand behind all others */
  #newRun(paragraph: Paragraph, { insert, by }: LineEdit, at?: Pick<Beside, 'properties' | 'containers'>): string {
    const prefix = this.#prefix(paragraph)
    const properties = at?.properties || this.#markProperties(paragraph)
    const around = at?.containers.toReversed() ?? []
    return insert
      .split('\n')
      .map((line, i) => {
        const run = line === '' ? '' : `<${prefix}r>${properties}${piecesXml(line, prefix)}</${prefix}r>`
        const written = run !== '' && by ? `<${prefix}ins ${byXml(prefix, this.#id++, by)}>${run}</${prefix}ins>` : run
        return i === 0 ? written : closed(around) + this.#split(paragraph, by) + this.#opened(around) + written
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

  /** The properties of the n-th piece of a split paragraph. */
  #propertiesAt(paragraph: Paragraph, i: number): string {
    const splits = this.#splits.get(paragraph) ?? []
    const prefix = this.#prefix(paragraph)
    const change = (kind: string, by: By | undefined): string =>
      by ? `<${prefix}${kind} ${byXml(prefix, this.#id++, by)}/>` : ''
    return i < splits.length
      ? this.#properties(paragraph, change('ins', splits[i]), false)
      : this.#properties(paragraph, change('del', this.#deleted.get(paragraph)), true)
  }

  /** With the ends and beginnings of paragraphs where it is split. */
  #filled(paragraph: Paragraph, xml: string): string {
    const start = this.#startTag(paragraph).replace(/\s(?:\w+:)?(?:paraId|textId)="[^"]*"/g, '')
    return xml.replace(/\0(\d+)\0/g, (_, number: string) => this.#endTag(paragraph) + start + this.#propertiesAt(paragraph, Number(number))) // prettier-ignore
  }

  /** What is put in behind all else of a paragraph, which is done by that. */
  #appendedTo(paragraph: Paragraph): string {
    const appended = this.#appended.get(paragraph) ?? ''
    this.#appended.delete(paragraph)
    return this.#filled(paragraph, appended)
  }

  /** The first stays, with what the others hold; where nothing of it is left, the first that has words lends it its properties. */
  join(group: readonly { readonly paragraph: Paragraph; readonly empty: boolean }[]): void {
    const leader = (group.find(({ empty }) => !empty) ?? group[0])?.paragraph
    if (!leader) return
    for (const [i, { paragraph }] of group.entries()) {
      const content = paragraph.properties?.to ?? paragraph.inner.from
      const isLast = i === group.length - 1
      const isClosed = this.#isClosed(paragraph)
      if (i > 0 || paragraph !== leader || isClosed) {
        const header = i === 0 ? this.#startTag(leader) + this.#properties(leader, '', true) : ''
        const own = isClosed ? this.#appendedTo(paragraph) + (isLast ? this.#endTag(paragraph) : '') : ''
        this.#edits.replace({ from: paragraph.from, to: isClosed ? paragraph.to : content }, header + own)
        this.#headless.add(paragraph)
      }
      if (!isLast && !isClosed)
        this.#edits.replace({ from: paragraph.inner.to, to: paragraph.to }, this.#appendedTo(paragraph))
    }
  }

  /** Writes what is known only when all words are written: properties of split paragraphs, and what stands in empty ones. */
  finish(): void {
    for (const paragraph of new Set([...this.#splits.keys(), ...this.#deleted.keys(), ...this.#appended.keys()])) {
      const { inner, properties } = paragraph
      const isClosed = this.#isClosed(paragraph)
      const content = { from: properties?.to ?? inner.from, to: inner.to }
      if (this.#headless.has(paragraph)) {
        if (!isClosed)
          this.#edits.replace(content, this.#filled(paragraph, this.#edits.take(content)) + this.#appendedTo(paragraph))
        continue
      }
      const isSame = !isClosed && !this.#splits.has(paragraph) && !this.#deleted.has(paragraph)
      const header = isSame ? this.#edits.take({ from: inner.from, to: content.from }) : this.#propertiesAt(paragraph, 0) // prettier-ignore
      const body = isClosed ? '' : this.#filled(paragraph, this.#edits.take(content))
      const written = header + body + this.#appendedTo(paragraph)
      if (isClosed) this.#edits.replace(paragraph, this.#startTag(paragraph) + written + this.#endTag(paragraph))
      else this.#edits.replace(inner, written)
    }
  }
}
