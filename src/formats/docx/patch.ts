/** The imported document with what was corrected in it: as its text, or as tracked changes. */
import { changeBetween, editsOf, type Edit } from '../../text/change.ts'
import { firstWhere } from '../../text/first-where.ts'
import type { Warning } from '../fault.ts'
import type { ExportedArticle, Outgoing, Written } from '../format.ts'
import { usualLimits } from '../limits.ts'
import { editsNow, warningsNow } from '../lib/file-now.ts'
import { placeMarks } from '../lib/marks.ts'
import { zipParts } from '../lib/zip.ts'
import { annotate } from './patch/annotate.ts'
import { arrange } from './patch/arrange.ts'
import { acceptsAll, acceptsNone, type Accepts } from './change.ts'
import { layOut, type Layout } from './read/layout.ts'
import type { By, RewriteEdit } from './patch/line-edits.ts'
import { bytesOfPart, Package } from './package.ts'
import { changesOf, codesIn, readDocx, textsOf, type Docx, type ReadAs } from './read.ts'
import type { Code } from './read/codes.ts'
import { lifted } from './patch/lift.ts'
import { resolve } from './patch/resolve.ts'
import { rewrite } from './patch/rewrite.ts'

const withTexts = (file: Package, texts: ReadonlyMap<string, string>): Package =>
  file.with(Array.from(texts, ([part, text]) => [part, bytesOfPart(text, file.text(part))] as const))

/** The document with its tracked changes accepted or rejected. */
function resolved(file: Package, docx: Docx, accepts: Accepts): Package {
  const texts = new Map<string, string>()
  for (const { part, source } of docx.stories) texts.set(part, resolve(source, usualLimits, accepts))
  return withTexts(file, texts)
}

/** Paragraphs of a story that stand in none of their like: the body, what is in its text boxes, notes. */
const groupsOf = ({ placed, text }: Layout, docx: Docx) =>
  docx.stories.flatMap(({ part, source, ...story }) => {
    const paragraphs = new Set(story.paragraphs)
    return [false, true].flatMap(aside => {
      const own = placed.filter(each => each.paragraph.aside === aside && paragraphs.has(each.paragraph))
      const next = placed[placed.indexOf(own.at(-1)!) + 1]
      return own.length > 0
        ? [{ part, source, placed: own, from: own[0]?.at ?? 0, to: next ? next.at - 1 : text.length }]
        : []
    })
  })

/** The part of an edit that is in a group; what is put in goes to the first. */
const clipped = (edit: RewriteEdit, { from, to }: { readonly from: number; readonly to: number }): RewriteEdit[] => {
  if (edit.to < from || edit.from > to || (edit.from < from && edit.to === from)) return []
  const insert = edit.from >= from ? edit.insert : ''
  const cut = { from: Math.max(from, edit.from), to: Math.min(to, edit.to), insert, by: edit.by }
  return cut.to > cut.from || insert !== '' ? [cut] : []
}

/** From the last group to the first: what comes before stays where it is, and what stands in something is done when that is. */
function rewritten(file: Package, as: ReadAs, edits: readonly RewriteEdit[]): Package {
  const lay = (of: Package) => {
    const docx = readDocx(of, usualLimits, as)
    const layout = layOut(docx.stories, acceptsNone, docx.titleParagraph)
    return { layout, groups: groupsOf(layout, docx), codes: codesIn(docx, layout) }
  }
  let now = file
  let laid = lay(now)
  for (let i = laid.groups.length - 1; i >= 0; i--) {
    const { layout, groups, codes } = laid
    const group = groups[i]
    if (!group) continue
    const own = edits.flatMap(edit => clipped(edit, group))
    if (own.length === 0) continue
    const inGroup = new Set(group.placed)
    const pairs = codes.filter(({ mark, placed }) => mark.kind === 'pair' && inGroup.has(placed))
    const byId = new Map(pairs.map(code => [code.mark.id, code]))
    const stand = placeMarks(layout.text, pairs.map(({ mark }) => mark), own).flatMap(({ mark, from, to }) => ({ code: byId.get(mark.id)!, from, to })) // prettier-ignore
    const text = rewrite(group.source, layout.text.slice(0, group.to), group.placed, own, stand, acceptsNone)
    now = withTexts(now, new Map([[group.part, text]]))
    if (i > 0) laid = lay(now)
  }
  return now
}

/** Who did what: by the corrections where these tell of all of it, else by the one that an edit is a part of. */
function attributed(article: ExportedArticle, base: string, edits: readonly Edit[]): RewriteEdit[] {
  const last = article.revisions.at(-1)
  const usual: By = { author: last?.author ?? '', at: last?.at ?? article.exportedAt }
  const { corrections, mtText } = article
  let told = ''
  let at = 0
  for (const { from, to, after } of corrections) {
    told += mtText.slice(at, from) + after
    at = to
  }
  if (base === mtText && corrections.length > 0 && told + mtText.slice(at) === article.text)
    return corrections.map(({ from, to, after, author, at: time }) => ({
      from,
      to,
      insert: after,
      by: { author, at: time },
    }))
  return edits.map(edit => {
    const next = base === mtText ? corrections[firstWhere(corrections, ({ to }) => to >= edit.from)] : undefined
    return { ...edit, by: next && next.from <= edit.to ? { author: next.author, at: next.at } : usual }
  })
}

/** Line by line, where there are as many: no line end is taken away that cannot be. Each by who did the edit nearest before its end. */
function lineByLine(base: string, text: string, edits: readonly RewriteEdit[]): RewriteEdit[] {
  const [before, after] = [base.split('\n'), text.split('\n')]
  let at = 0
  return before.flatMap((line, i) => {
    const start = at
    at += line.length + 1
    return editsOf(changeBetween(line, after[i] ?? '')).map(({ from, to, insert }) => ({
      from: start + from,
      to: start + to,
      insert,
      by: edits[Math.max(0, firstWhere(edits, edit => edit.from > start + to) - 1)]?.by ?? null,
    }))
  })
}

/** By the edits; where that takes line ends away that cannot go, line by line if it can be. */
function whole(file: Package, as: ReadAs, edits: readonly RewriteEdit[], base: string, text: string): Package {
  const done = rewritten(file, as, edits)
  if (base.split('\n').length !== text.split('\n').length) return done
  const docx = readDocx(done, usualLimits, as)
  if (layOut(docx.stories, acceptsAll, docx.titleParagraph).text === text) return done
  return rewritten(file, as, lineByLine(base, text, edits))
}

/** With headers and footers, unless the document was imported before these were read: then they are left alone. */
function readAsImported(file: Package, { mtText }: ExportedArticle): { docx: Docx; margins: boolean } {
  const whole = readDocx(file, usualLimits)
  const docx = readDocx(file, usualLimits, { titled: true, margins: false })
  const textIn = ({ stories, titleParagraph }: Docx): string => layOut(stories, acceptsNone, titleParagraph).text
  const margins = mtText.endsWith(textIn(whole).slice(textIn(docx).length))
  return { docx: margins ? whole : docx, margins }
}

const lineEnds = (text: string): number => text.split('\n').length - 1

/** How many line ends were to be taken away, and stand: those of cells and beside tables. */
function keptLines(done: Package, as: ReadAs, base: string, text: string): number {
  if (lineEnds(text) >= lineEnds(base)) return 0
  const docx = readDocx(done, usualLimits, as)
  return Math.max(0, lineEnds(layOut(docx.stories, acceptsAll, docx.titleParagraph).text) - lineEnds(text))
}

/** @param tracked as changes by their authors, with open flags as comments; else as the corrected text alone */
export async function patched(
  bytes: Uint8Array,
  out: Outgoing | undefined,
  { tracked }: { readonly tracked: boolean },
): Promise<Written> {
  if (!out) return { bytes, warnings: [] }
  const { article } = out
  const file = await Package.open(bytes, usualLimits, { whole: true })
  const { docx, margins } = readAsImported(file, article)
  const { layouts } = textsOf(docx)
  const [mt, newest] = [layouts[0]?.text ?? '', layouts.at(-1)?.text ?? '']
  const asked = out.placed.size
  const isAsItCame = article.text === newest || (layouts.length === 1 && article.text === article.mtText)
  // in a text that its file has corrected already, nobody can say where in the MT a code was put
  if (!tracked && isAsItCame && (asked === 0 || article.text !== mt))
    return { bytes, warnings: asked > 0 ? [{ code: 'codes-crossing', n: asked }] : [] }
  const as = { titled: docx.titleParagraph !== undefined, margins }
  const isChanged = !changesOf(docx).next().done
  const accepts = tracked || article.text === mt ? acceptsNone : acceptsAll
  const clean = isChanged ? resolved(file, docx, accepts) : file
  const again = readDocx(clean, usualLimits, as)
  const base = layOut(again.stories, acceptsNone, again.titleParagraph).text
  const warnings: Warning[] = [...warningsNow(mt, article)]
  const { edits, placed } = editsNow(base, out)
  const codes = codesIn(again, layOut(again.stories, acceptsNone, again.titleParagraph))
  const stand = placeMarks(base, codes.map(({ mark }) => mark), edits, placed) // prettier-ignore
  const isAsked = ({ mark }: Code): boolean => mark.kind === 'pair' && placed.has(mark.id)
  const free = lifted(clean, again, codes.filter(isAsked))
  const wanted = tracked ? attributed(article, base, edits) : edits.map(edit => ({ ...edit, by: null }))
  const words = whole(free.file, as, wanted, base, article.text)
  const wishes = stand.flatMap(({ mark, from, to }) => {
    const pair = free.pairs.get(mark.id)
    return pair ? [{ pair, from, to }] : []
  })
  const points = stand.filter(({ mark }) => mark.kind === 'point').map(({ from, asked: isSo }) => ({ from, asked: isSo ?? false })) // prettier-ignore
  const { file: corrected, failed } = arrange(words, as, wishes, points)
  const gone = stand.filter(each => each.gone && each.mark.kept).length
  if (gone > 0) warnings.push({ code: 'codes-gone', n: gone })
  const known = codes.filter(({ mark }) => placed.has(mark.id))
  const crossing = failed + asked - known.length + known.filter(isAsked).length - wishes.length
  if (crossing > 0) warnings.push({ code: 'codes-crossing', n: crossing })
  const kept = keptLines(corrected, as, base, article.text)
  if (kept > 0) warnings.push({ code: 'lines-kept', n: kept })
  if (!tracked) return { bytes: await zipParts(corrected.parts, article.exportedAt), warnings }
  const { file: done, left } = annotate(corrected, article, as)
  if (left > 0) warnings.push({ code: 'flags-left', n: left })
  return { bytes: await zipParts(done.parts, article.exportedAt), warnings }
}
