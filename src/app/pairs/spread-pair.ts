/** When a pair begins to speak, or falls silent, the articles in which its words stand are counted again; and those that left them are told. */
import type { Remembered } from '../../checks/wording.ts'
import { lexiconBytes, loadLexicon } from '../../checks/lexicon/load.ts'
import { memory } from '../../checks/memory.ts'
import { readText } from '../../checks/reading.ts'
import type { Row } from '../../store/schema.ts'
import {
  articlesWith,
  headTexts,
  holdPair,
  pairById,
  unheardPairs,
  unsettleAll,
  updatePair,
  type FoundArticle,
} from '../../store/memory.ts'
import { foldForSearch } from '../../text/fold.ts'
import { isReviewed } from '../../wire/common.ts'
import type { Deps } from '../deps.ts'
import { changePair } from './pair-voice.ts'
import { rememberedPair } from './recall-memory.ts'
import { spokenEverywhere } from './voice.ts'

/** So many articles are looked at, the newest first: more would take longer than anybody waits, and each is found as it is opened. */
const mostArticles = 1000
/** Texts that are in memory at once. */
const atOnce = 50
/** In what is longer, in UTF-16 code units, nothing is looked for: no rule of the memory is. */
const longestWords = 200

/** Silent, speaking in places like those corrected, speaking wherever the words stand: within one of these nothing is found otherwise. */
const loudness = (voice: number): number => (voice <= 0 ? 0 : voice < spokenEverywhere ? 1 : 2)

const letter = /[\p{L}\p{N}]/u

/** Does a text have the words, folded, as words of their own? */
function hasWords(folded: string, words: string): boolean {
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1))
    if (!letter.test(folded.charAt(at - 1)) && !letter.test(folded.charAt(at + words.length))) return true
  return false
}

/** Whether the check of the memory finds something of a pair in a line. */
const isFound = (line: string, learned: Remembered): boolean =>
  [...memory.find(readText(line, loadLexicon(lexiconBytes()), { memory: [learned] }))].length > 0

interface Standing {
  /** articles in which the pair has something to say, or had */
  readonly concerned: readonly string[]
  /** reviewed ones in which the words are left as they are */
  readonly kept: number
}

async function lookThrough(
  deps: Deps,
  words: string,
  learned: Remembered,
  found: readonly FoundArticle[],
): Promise<Standing> {
  const concerned: string[] = []
  let kept = 0
  for (let at = 0; at < found.length; at += atOnce) {
    const some = found.slice(at, at + atOnce)
    const texts = await headTexts(
      deps.store.db,
      some.map(article => article.translation_id),
    )
    for (const { id, translation_id, state } of some) {
      const text = texts.get(translation_id) ?? ''
      // cheap for the many in which it is corrected already
      const folded = foldForSearch(text)
      if (!folded.includes(words)) continue
      const lines = text.split('\n').filter(line => foldForSearch(line).includes(words))
      // what is near may stand in the heading
      if (learned.near.length > 0 || lines.some(line => isFound(line, learned))) concerned.push(id)
      if (isReviewed(state) && hasWords(folded, words)) kept += 1
    }
  }
  return { concerned, kept }
}

async function spread(deps: Deps, pair: Row<'pair'>): Promise<void> {
  const { db } = deps.store
  const words = foldForSearch(pair.before_text).trim()
  const speaks = pair.anchor !== '' && pair.before_text.length <= longestWords
  const found = speaks ? await articlesWith(db, words, mostArticles) : []
  const learned = await rememberedPair(deps, { ...pair, voice: Math.max(pair.voice, pair.heard) })
  const { concerned, kept } = await lookThrough(deps, words, learned, found)
  const voice = await deps.store.transaction(async tx => {
    const now = (await holdPair(tx, pair.id)) ? await pairById(tx, pair.id) : undefined
    return now === undefined || now.kept === kept ? now?.voice : (await changePair(tx, now, { kept })).voice
  })
  if (voice === undefined) return
  await deps.store.transaction(async tx => {
    // articles before their pairs, as whoever dismisses or counts: else they wait for each other
    if (loudness(voice) !== loudness(pair.heard)) await unsettleAll(tx, concerned)
    const now = (await holdPair(tx, pair.id)) ? await pairById(tx, pair.id) : undefined
    // one that has another voice meanwhile, or was decided about, is spread again
    if (now?.voice === voice && now.decided_at === pair.decided_at) await updatePair(tx, pair.id, { heard: voice })
  })
}

/**
 * Spreads the voice of the next pair that the articles have not heard of. Bounded: some ten milliseconds for most pairs, a second for
 * words that stand in a thousand articles.
 * @returns false where there is none
 */
export async function spreadNext(deps: Deps): Promise<boolean> {
  const [pair] = await unheardPairs(deps.store.db, 1)
  if (pair === undefined) return false
  await spread(deps, pair)
  return true
}
