import { writeFile } from 'node:fs/promises'
import { exportArticle } from '../app/exports/export-article.ts'
import { exportMany } from '../app/exports/export-many.ts'
import { exportCorpus } from '../app/corpus/export-corpus.ts'
import { annotationVersions, type AnnotationVersion } from '../formats/annotations/agreed.ts'
import { formats, writes } from '../formats/index.ts'
import { warningSentence } from '../i18n/index.ts'
import { printJson, textOption, usage, type Call, type Command } from './command.ts'
import { csvStyleOf, delimiterHelp, delimiterOption } from './csv-style.ts'
import { withDeps } from './open.ts'
import { writing } from './writing.ts'

const asText = (body: string | Uint8Array): string => (typeof body === 'string' ? body : Buffer.from(body).toString())

function versionOf(call: Call, format: string): AnnotationVersion {
  const named = textOption(call, 'annotations')
  if (named === undefined) return 'raters'
  if (!formats.some(each => each.id === format && 'byAnnotator' in each))
    throw usage(`export --format ${format} takes no --annotations`)
  const version = annotationVersions.find(each => each === named)
  if (version === undefined) throw usage(`--annotations is one of ${annotationVersions.join(', ')}`)
  return version
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'ID… | --all  --format FORMAT [--out FILE]',
  summary:
    'Gives an article out, in the file it came in or as a new one; or several, in one file or a zip, or as the folders of corpus/README.md.',
  takes: [0, Infinity],
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean' },
    translation: { type: 'string' },
    annotations: { type: 'string' },
    ...delimiterOption,
  },
  help: {
    'format FORMAT': `${formats
      .filter(format => writes(format) || format.patch)
      .map(({ id }) => id)
      .join(', ')} or corpus (default txt)`,
    'out FILE': 'where to (default: printed); the folder, for corpus',
    all: 'every article (corpus only)',
    'translation ID': 'another translation than the one last worked on',
    'annotations WHOSE':
      'raters (default: what each annotator found), or agreed (what they agreed on, where every place is decided); mqmtsv and esa',
    ...delimiterHelp,
  },
  run: call =>
    withDeps(call, async deps => {
      const format = textOption(call, 'format') ?? 'txt'
      const out = textOption(call, 'out')
      if (format === 'corpus') {
        if (!out) throw usage('export --format corpus needs --out FOLDER')
        if (!call.options['all'] && call.args.length === 0) throw usage('export: name the articles, or --all')
        const folders = await writing(out, () =>
          exportCorpus(deps, { articleIds: call.options['all'] ? 'all' : call.args, folder: out }),
        )
        if (call.json) printJson(call, { folders })
        else call.out(folders.map(folder => `${folder}\n`).join(''))
        return
      }
      const [articleId, ...more] = call.args
      if (articleId === undefined || call.options['all']) throw usage(`export --format ${format} takes one ID or more`)
      const translationId = textOption(call, 'translation')
      const annotations = versionOf(call, format)
      const csv = csvStyleOf(call)
      const file = await (more.length > 0
        ? exportMany(deps, call.args, format, { annotations, csv })
        : exportArticle(deps, { articleId, translationId, format, annotations, csv }))
      if (out === undefined && typeof file.body !== 'string' && file.body.includes(0))
        throw usage(`export --format ${format} is no text: name a file with --out`)
      for (const warning of file.warnings) call.err(`${warningSentence('en', warning)}\n`)
      if (out) await writing(out, () => writeFile(out, file.body))
      if (call.json)
        printJson(call, {
          id: articleId,
          format,
          mediaType: file.mediaType,
          out: out ?? null,
          ...(out ? {} : { body: asText(file.body) }),
        })
      else if (!out) call.out(asText(file.body))
    }),
}
