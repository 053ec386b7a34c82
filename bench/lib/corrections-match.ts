/** A new article against the memory of all that was corrected; beside a search of the article for every pair that speaks. */
import { lexiconBytes, loadLexicon } from '../../src/checks/lexicon/load.ts'
import type { Deps } from '../../src/app/deps.ts'
import { sha256 } from '../../src/app/hash.ts'
import { recallMemory } from '../../src/app/pairs/recall-memory.ts'
import { runJob } from '../../src/app/findings/run-job.ts'
import { beside, line, median, milliseconds } from './beside.ts'
import { join, randomBy, textOf } from './diff-text.ts'
import type { Filled } from './many-corrections.ts'
import { swedishWords } from './swedish-words.ts'

const wordsOfArticle = 1000
const rounds = 40
const letter = /[\p{L}\p{M}\p{N}]/u

/** Does it stand in the text as words of their own? */
function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + words.length))) return true
  return false
}

/** Articles of the words that the store's are of, with three places that were corrected before. */
async function articlesLike({ store }: Deps, { pairIds }: Filled): Promise<readonly string[]> {
  const random = randomBy(7)
  const { any } = swedishWords(random)
  const some = Array.from({ length: 200 }, () => pairIds[Math.floor(random() * pairIds.length)] ?? '')
  const pairs = await store.db.selectFrom('pair').select('before_text').where('id', 'in', some).execute()
  return Array.from({ length: rounds }, (_, n) => {
    const paragraphs = textOf(wordsOfArticle, random, any)
    return `${join(paragraphs)}\n${pairs
      .slice(n * 3, n * 3 + 3)
      .map(pair => `Där stod ${pair.before_text}.`)
      .join('\n')}`
  })
}

export async function match(deps: Deps, filled: Filled): Promise<void> {
  const texts = await articlesLike(deps, filled)
  const system = filled.systems[0] ?? ''
  const { db } = deps.store
  let round = 0
  /** never the same text twice, of which the answer is remembered */
  const recalled = (n: number, fresh = true) => {
    const text = `${texts[n % rounds] ?? ''}${fresh ? `\n${round++}` : ''}`
    return recallMemory(deps, { text, hash: sha256(text) }, { system })
  }
  const wordings = (text: string, list: readonly string[]) =>
    [...new Set(list.filter(words => stands(text, words)))].sort()
  await beside({
    name: `what the memory has of ${wordsOfArticle} words`,
    aim: 20,
    times: rounds,
    ours: async n => {
      const { list } = await recalled(n)
      return wordings(
        texts[n % rounds] ?? '',
        list.flatMap(each => each.variants),
      )
    },
    plain: async n => {
      const pairs = await db
        .selectFrom('pair')
        .select('before_text')
        .where('voice', '>', 0)
        .where('anchor', '<>', '')
        .execute()
      return wordings(
        texts[n % rounds] ?? '',
        pairs.map(pair => pair.before_text),
      )
    },
  })
  const lexicon = loadLexicon(lexiconBytes())
  const times = { all: [] as number[], without: [] as number[], alone: [] as number[] }
  const timed = (kind: keyof typeof times, work: () => unknown) => {
    const begun = performance.now()
    work()
    times[kind].push(performance.now() - begun)
  }
  let found = 0
  let recalledPairs = 0
  for (let n = 0; n < rounds; n++) {
    const text = texts[n] ?? ''
    const memory = await recalled(n)
    recalledPairs += memory.list.length
    timed('without', () => runJob({ text, skip: ['memory'] }, lexicon))
    timed(
      'all',
      () => (found += runJob({ text, memory }, lexicon).findings.filter(each => each.check === 'memory').length),
    )
    timed('alone', () => runJob({ text, memory, only: ['memory'] }, lexicon))
  }
  line(
    'the checks of such a text',
    `all ${milliseconds(median(times.all))}`,
    `without the memory ${milliseconds(median(times.without))}`,
    `the memory's alone ${milliseconds(median(times.alone))}`,
    `${(recalledPairs / rounds).toFixed(0)} pairs recalled, ${(found / rounds).toFixed(1)} findings a text`,
  )
}
