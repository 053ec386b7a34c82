import { stat } from 'node:fs/promises'
import type { Checked, CheckJob, CheckPool, KeptTerms } from '../app/findings/check-pool.ts'
import type { Finding } from '../checks/check.ts'
import type { Source } from '../checks/reading.ts'
import { Problem } from '../errors.ts'
import { isLanguage, problemSentence, type Language } from '../i18n/index.ts'
import { severities, type Severity } from '../mqm/annotation.ts'
import { languageReport } from '../text/language.ts'
import { seen } from '../text/seen.ts'
import { countWords } from '../text/words.ts'
import { filesOf, readChecked, type CheckedFile } from './check-files.ts'
import { report, summary } from './check-report.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { readText } from './read-file.ts'
import { readTerms } from './terms-file.ts'

/** What a folder of translations also holds: sources, read-mes. Danish and Norwegian may be Swedish badly translated. */
const others: ReadonlySet<string> = new Set(['en', 'de', 'fr', 'nl', 'es', 'it', 'pl', 'fi'])
/** How much of a text is looked at for its language, in characters. */
const languageReach = 200_000
/** How long one text may take at the command line, where a person can end it, ms. */
const patience = 3_600_000
/** How many files are read ahead of the threads that check them. */
const ahead = 4

interface Result extends CheckedFile {
  readonly language: string
  readonly words: number
  readonly findings: readonly Finding[]
}

interface Wanted {
  readonly how: Omit<CheckJob, 'text'>
  readonly failOn: Severity | null
  readonly language: Language
}

const list = (value: string | undefined): readonly string[] | undefined =>
  value
    ?.split(',')
    .map(id => id.trim())
    .filter(id => id !== '')

async function readWanted(call: Call): Promise<Wanted> {
  const failOn = textOption(call, 'fail-on')
  const severity = severities.find(each => each === failOn)
  if (failOn !== undefined && !severity) throw usage(`--fail-on takes ${severities.join(', ')}`)
  const language = textOption(call, 'language') ?? 'en'
  if (!isLanguage(language)) throw usage('--language takes sv or en')
  const [only, skip] = [list(textOption(call, 'only')), list(textOption(call, 'skip'))]
  if (only?.length === 0 || skip?.length === 0) throw usage('--only and --skip take the names of checks')
  const { checkById } = await import('../checks/index.ts')
  const unknown = [...(only ?? []), ...(skip ?? [])].find(id => !checkById(id))
  if (unknown !== undefined) throw usage(`there is no check ${unknown}`)
  const against = { source: await readSource(call), terms: await readTermsOf(call) }
  return { failOn: severity ?? null, language, how: { ...against, ...(only && { only }), ...(skip && { skip }) } }
}

async function readSource(call: Call): Promise<Source | null> {
  const file = textOption(call, 'source')
  if (file === undefined) return null
  return { text: await readText(file), language: textOption(call, 'source-language') ?? '' }
}

const readTermsOf = async (call: Call): Promise<KeptTerms> => {
  const file = textOption(call, 'terms')
  return { stamp: file ?? '', list: file === undefined ? [] : await readTerms(file) }
}

/** Bytes: below this one thread is done before others have read the lists of phrases. */
const worthThreads = 2_000_000

async function bytesOf(files: readonly string[]): Promise<number> {
  let sum = 0
  for (const file of files) if (file !== '-') sum += await sizeOf(file)
  return sum
}

/** What cannot be read is told when it is read. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

/** A few texts are checked here, many by threads. */
async function openChecks(files: readonly string[]): Promise<Pick<CheckPool, 'check' | 'close'>> {
  if (files.length > 1 && (await bytesOf(files)) > worthThreads)
    return (await import('../app/findings/check-pool.ts')).createCheckPool({ limit: patience })
  const { runJob } = await import('../app/findings/run-job.ts')
  const { loadLexicon } = await import('../checks/lexicon/load.ts')
  const lexicon = loadLexicon()
  const checked = (job: CheckJob): Checked => ({ outcome: 'ready', ...runJob(job, lexicon) })
  return { check: job => Promise.resolve(checked(job)), close: () => Promise.resolve() }
}

/** What became of a file; one that could not be checked, or was passed over as no Swedish, has been told. */
type Outcome = Result | 'failed' | 'passed-over'

/** Gives the results as they come, in the order of the files. */
async function* checkFiles(call: Call, files: readonly string[], wanted: Wanted): AsyncGenerator<Outcome> {
  const checks = await openChecks(files)
  const named = new Set(call.args)
  const one = async (file: string): Promise<Outcome> => {
    const name = seen(file)
    try {
      const read = await readChecked(file, call)
      const language = languageReport(read.text.slice(0, languageReach).toWellFormed()).whole
      if (!named.has(file) && others.has(language)) {
        call.err(`rodpenna: ${name}: passed over, for its language is ${language}, not sv; name the file to check it\n`)
        return 'passed-over'
      }
      const checked = await checks.check({ text: read.text, ...wanted.how })
      if (checked.outcome === 'ready') {
        for (const { check, why } of checked.failures)
          call.err(`rodpenna: ${name}: the check ${check} broke down, and is left out: ${why}\n`)
        return { ...read, language, words: countWords(read.text), findings: checked.findings }
      }
      call.err(`rodpenna: ${name}: ${'why' in checked ? checked.why : 'the checks took too long'}\n`)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const sentence = problemSentence('en', error)
      call.err(`rodpenna: ${sentence.includes(file) ? '' : `${name}: `}${sentence}\n`)
    }
    return 'failed'
  }
  try {
    const running: Promise<Outcome>[] = []
    for (const file of files) {
      running.push(one(file))
      if (running.length > ahead) yield (await running.shift()) ?? 'failed'
    }
    for (const result of running) yield await result
  } finally {
    await checks.close()
  }
}

/** A result in the terms of its file. */
const asJson = ({ file, decoded, toFile, language, words, findings }: Result, said: Language) => ({
  file,
  language,
  words,
  findings: findings.map(finding => {
    const { from, to } = toFile(finding.from, finding.to)
    const { check, category, severity, confidence, fixes } = finding
    const message = finding.message[said]
    return { check, from, to, text: decoded.slice(from, to), category, severity, confidence, message, fixes }
  }),
})

export const check: Command = {
  name: 'check',
  usage: 'FILE… [--source FILE] [--terms FILE.csv] [--fail-on SEVERITY]',
  summary: 'What is probably wrong in Swedish texts: files, folders of .txt, .md and .html, or - for standard input.',
  takes: [1, Infinity],
  options: {
    source: { type: 'string' },
    'source-language': { type: 'string' },
    terms: { type: 'string' },
    'fail-on': { type: 'string' },
    only: { type: 'string' },
    skip: { type: 'string' },
    language: { type: 'string' },
  },
  help: {
    'source FILE': 'the text it was translated from',
    'source-language': 'its language, as de or en (default: told from the text)',
    'terms FILE.csv': 'terms, in columns preferred and variants, the variants split by |',
    'fail-on SEVERITY': 'exit code 1 where a finding is so grave: neutral, minor, major or critical',
    'only CHECK,…': 'only these checks',
    'skip CHECK,…': 'without these checks',
    'language sv|en': 'what the findings are told in (default en)',
  },
  async run(call) {
    const wanted = await readWanted(call)
    const files = await filesOf(call.args)
    if (wanted.how.source && files.length > 1) throw usage('check --source takes one FILE')
    const style = { language: wanted.language, colours: call.colours ?? false }
    const all: Finding[] = []
    const told: ReturnType<typeof asJson>[] = []
    let [words, checked, failed] = [0, 0, false]
    for await (const result of checkFiles(call, files, wanted)) {
      if (result === 'failed') failed = true
      if (result === 'failed' || result === 'passed-over') continue
      if (call.json) told.push(asJson(result, wanted.language))
      else call.out(`${report(result, style)}${summary(result.file, result.words, result.findings)}`)
      for (const finding of result.findings) all.push(finding)
      words += result.words
      checked += 1
    }
    if (call.json) printJson(call, told)
    else if (checked > 1) call.out(summary(`${checked} files`, words, all))
    if (failed) return 2
    const { failOn } = wanted
    const grave = (finding: Finding): boolean =>
      failOn !== null && severities.indexOf(finding.severity) >= severities.indexOf(failOn)
    return all.some(grave) ? 1 : 0
  },
}
