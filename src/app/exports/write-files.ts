/** The half of the reading thread that writes: a file that came in, with what was corrected in it, or a new one. */
import type { ExportedArticle, Format, Original, Outgoing, WriteOptions, Written } from '../../formats/format.ts'
import { formats, writerOf, type Writer } from '../../formats/index.ts'
import type { ReadAnswer, WriteAsked } from '../imports/read-job.ts'
import { writeAnew } from './write-anew.ts'

type Patch = NonNullable<Format['patch']>

type Job =
  | { readonly kind: 'patch'; readonly patch: Patch; readonly original: Original; readonly outgoing: Outgoing[] }
  | {
      readonly kind: 'write'
      readonly format: Writer
      readonly articles: ExportedArticle[]
      readonly options: WriteOptions
    }

const patchOf = (id: string): Patch => {
  const patch = formats.find(format => format.id === id)?.patch
  if (!patch) throw new Error(`${id} writes no file back`)
  return patch
}

const written = ({ bytes, warnings }: Written): ReadAnswer => ({ kind: 'written', bytes, warnings })

async function finish(job: Job): Promise<ReadAnswer> {
  if (job.kind === 'patch') return written(await job.patch.make(job.original, job.outgoing))
  const body = await writeAnew(job.format, job.articles, job.options)
  return written({ bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body, warnings: [] })
}

/** Answers what belongs to the writing of one file after another. A job that was broken off is forgotten with the next. */
export function createWriting(): (asked: WriteAsked) => Promise<ReadAnswer> {
  let job: Job | undefined
  return async asked => {
    if (asked.ask === 'patch')
      job = { kind: 'patch', patch: patchOf(asked.format), original: asked.original, outgoing: [] }
    else if (asked.ask === 'write')
      job = { kind: 'write', format: writerOf(asked.format), articles: [], options: asked.options }
    else if (asked.ask === 'outgoing' && job?.kind === 'patch') job.outgoing.push(asked.outgoing)
    else if (asked.ask === 'article' && job?.kind === 'write') job.articles.push(asked.article)
    else if (asked.ask === 'finish' && job) {
      const finished = job
      job = undefined
      return finish(finished)
    } else throw new Error('nothing is being written')
    return { kind: 'taken' }
  }
}
