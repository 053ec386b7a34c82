import { importTerms, previewTerms, type PlannedLine, type TermsPlan } from '../../app/terms/import-terms.ts'
import { outcomes } from '../../app/terms/outcome.ts'
import { changesOf } from '../../app/terms/write-term.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence, type Language } from '../../i18n/index.ts'
import { decodeBytes } from '../../text/decode.ts'
import { termsAddress } from '../address.ts'
import { field, fields, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { termFieldsTold } from '../view/term-story.ts'

/** So many lines of each kind are shown. */
const mostShown = 200

const form = (ask: Ask, csv: string, refusal: Problem | null): Answer => ({
  kind: 'page',
  view: 'term-import',
  status: refusal?.status ?? 200,
  model: {
    title: messages(ask.language).terms.importTitle,
    csv,
    refusal: refusal && problemSentence(ask.language, refusal),
  },
})

const whyNot = (language: Language, { problem }: Extract<PlannedLine, { outcome: 'refused' }>): string =>
  problem instanceof Problem ? problemSentence(language, problem) : messages(language).terms.faults[problem]

/** A line in words: what it is about, what it would change, or why it is refused. */
const lineTold = (language: Language, line: PlannedLine) => ({
  line: line.line,
  preferred: line.preferred,
  variants: line.outcome === 'new' ? line.entry.variants : [],
  changes:
    line.outcome === 'changed'
      ? termFieldsTold(language, changesOf(line.before, line.entry)).map(({ name, label, value }) => ({
          label,
          before: termFieldsTold(language, { [name]: line.before[name] })[0]?.value ?? '',
          after: value,
        }))
      : [],
  why: line.outcome === 'refused' ? whyNot(language, line) : '',
})

const asData = (ask: Ask, { lines, counts, stamp }: TermsPlan) => ({
  counts,
  stamp,
  lines: lines.map(line => ({
    line: line.line,
    preferred: line.preferred,
    outcome: line.outcome,
    ...('id' in line && line.outcome !== 'new' ? { id: line.id } : {}),
    ...(line.outcome === 'refused' ? { reason: whyNot(ask.language, line) } : {}),
  })),
})

async function preview(ask: Ask, csv: string, refusal: Problem | null): Promise<Answer> {
  const plan = await previewTerms(ask.deps, csv)
  const { language } = ask
  return {
    kind: 'page',
    view: 'term-import-preview',
    status: refusal?.status ?? 200,
    data: asData(ask, plan),
    model: {
      title: messages(language).terms.importTitle,
      csv,
      plan,
      outcomes,
      changes: plan.counts.new + plan.counts.changed,
      groups: (['refused', 'changed', 'new'] as const)
        .map(outcome => {
          const lines = plan.lines.filter(line => line.outcome === outcome)
          const shown = lines.slice(0, mostShown).map(line => lineTold(language, line))
          return { outcome, lines: shown, more: lines.length - shown.length }
        })
        .filter(({ lines }) => lines.length > 0),
      refusal: refusal && problemSentence(language, refusal),
    },
  }
}

export const termImportAsk: Page = ask => form(ask, '', null)

/** The file, else what was pasted. @throws Problem text-undecodable, text-binary */
function sentCsv(ask: Ask): string {
  const file = ask.files.find(({ bytes }) => bytes.length > 0)
  return file ? decodeBytes(file.bytes).text : field(ask, 'csv')
}

/** What a file would change; with `apply` it is taken in. */
export const termImport: Page = async ask => {
  let csv = field(ask, 'csv')
  try {
    csv = sentCsv(ask)
    if (field(ask, 'apply') === '' && fields(ask)['apply'] !== true) return await preview(ask, csv, null)
    const person = await writer(ask)
    const done = await importTerms(ask.deps, { person, stamp: field(ask, 'stamp') }, csv)
    return {
      kind: 'go',
      to: termsAddress(),
      notice: ['termsImported', done.counts.new + done.counts.changed],
      data: asData(ask, done),
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    if (error.code === 'name-missing' || error.code === 'name-invalid') throw error
    return error.code === 'terms-moved' ? preview(ask, csv, error) : form(ask, csv, error)
  }
}
