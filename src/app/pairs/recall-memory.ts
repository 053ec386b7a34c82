import type { Remembered } from '../../checks/wording.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import {
  contextsOf,
  memoryStamp,
  speakingPairs,
  toldPairs,
  type SpeakingPair,
  type ToldPair,
} from '../../store/memory.ts'
import { anchored, type Anchored } from '../../text/anchor.ts'
import type { KeptMemory } from '../findings/check-job.ts'
import type { Deps } from '../deps.ts'
import type { HashedText } from '../revisions/hunk-cache.ts'
import { sha256 } from '../hash.ts'
import { LruCache } from '../lru-cache.ts'
import { confidenceOf, spokenEverywhere } from './voice.ts'

/** Of words that were corrected in several ways so many are offered. */
const mostWays = 3
/** So many contexts of a pair are compared with a place. */
const mostContexts = 8
/** In one text so many wordings at most, the loudest: they are made ready anew for each text. */
const mostWordings = 2000
/** Wordings of some thousand texts. */
const most = 16 * 1024 * 1024
const bytesOfEntry = 200
const bytesOfWording = 400

const nothing: KeptMemory = { stamp: '', list: [] }

const caches = new WeakMap<Deps['store'], LruCache<{ readonly stamp: string; readonly memory: KeptMemory }>>()

/** What is before each side of a pair, folded: by which pairs of the same words are told together. */
const beforeOf = ({ text_folded }: SpeakingPair): string => text_folded.split('\n', 1)[0] ?? ''

/** Pairs of which all words may stand in a text; of each wording the loudest, which stand first. */
function maySpeak(pairs: readonly SpeakingPair[], text: Anchored): readonly SpeakingPair[] {
  const standing = pairs.filter(pair => {
    // what is found in places like one alone is no part of other words
    if (!text.mayHave(beforeOf(pair), pair.voice >= spokenEverywhere)) return false
    if (pair.near === '[]') return true
    return (JSON.parse(pair.near) as readonly string[]).some(words => text.mayHave(words, true))
  })
  const byWords = Map.groupBy(standing, beforeOf)
  const loudest = (a: SpeakingPair, b: SpeakingPair): number => b.voice - a.voice || (a.id < b.id ? -1 : 1)
  const ways = [...byWords.values()].map(pairs => pairs.toSorted(loudest).slice(0, mostWays))
  return ways
    .sort(([a], [b]) => (a && b ? loudest(a, b) : 0))
    .flat()
    .slice(0, mostWordings)
}

type Contexts = NonNullable<Remembered['alike']>

/** So many words of a context a text must have where the one beside the words is another: as many as the check asks for. */
const mostApart = 3

/** Contexts that a text may have a place like: the word beside the words stands beside them there too, or several others stand in it. */
function mayBeAlike({ before_text: words }: SpeakingPair, contexts: Contexts, text: Anchored): Contexts {
  return contexts.filter(({ before, after }) => {
    const around = `${before} ${after}`.match(/[\p{L}\p{N}\p{M}]{3,}/gu) ?? []
    const [left = '', right = ''] = [/\S+\s*$/u.exec(before)?.[0], /^\s*\S+/u.exec(after)?.[0]]
    if (around.length === 0 || text.mayHave(`${left} ${words}`) || text.mayHave(`${words} ${right}`)) return true
    return around.filter(word => text.mayHaveWord(word)).length >= mostApart
  })
}

async function recall(deps: Deps, written: string, system: string): Promise<KeptMemory> {
  const { db } = deps.store
  const text = anchored(written)
  const standing = maySpeak(await speakingPairs(db, [...text.anchors], system), text)
  const contexts = await contextsOf(
    db,
    standing.filter(({ voice }) => voice < spokenEverywhere),
    mostContexts,
  )
  const alike = new Map(standing.map(pair => [pair.id, mayBeAlike(pair, contexts.get(pair.id) ?? [], text)]))
  const pairs = standing.filter(({ id, voice }) => voice >= spokenEverywhere || (alike.get(id) ?? []).length > 0)
  if (pairs.length === 0) return nothing
  const told = await toldPairs(
    db,
    pairs.map(({ id }) => id),
  )
  const toldOf = new Map(told.map(pair => [pair.id, pair]))
  const list = pairs.flatMap(pair => {
    const known = toldOf.get(pair.id)
    return known === undefined ? [] : [remembered(pair, known, alike.get(pair.id) ?? [])]
  })
  return { stamp: sha256(JSON.stringify(list)), list }
}

function remembered(pair: SpeakingPair, told: ToldPair, contexts: Contexts): Remembered {
  const { corrections, articles, declined, correctedBy, decidedBy } = told
  const pinned = told.status === 'pinned'
  return {
    id: pair.id,
    variants: [pair.before_text],
    preferred: pair.instead ?? pair.after_text,
    category: told.category as CategoryId,
    severity: told.severity as Severity,
    confidence: confidenceOf(pair.voice),
    corrections,
    articles,
    declined,
    by: (pinned ? decidedBy : correctedBy) ?? decidedBy ?? '',
    pinned,
    near: JSON.parse(pair.near) as readonly string[],
    alike: pair.voice < spokenEverywhere ? contexts : null,
  }
}

/** One pair as the checks take it, whether it speaks or not. */
export async function rememberedPair(deps: Deps, pair: SpeakingPair & { readonly id: string }): Promise<Remembered> {
  const { db } = deps.store
  const [[told], contexts] = await Promise.all([toldPairs(db, [pair.id]), contextsOf(db, [pair], mostContexts)])
  const gone: ToldPair = {
    id: pair.id, category: '', severity: '', corrections: 0, articles: 0, declined: 0, status: 'retired', decidedBy: null,
    correctedBy: null,
  } // prettier-ignore
  return remembered(pair, told ?? gone, contexts.get(pair.id) ?? [])
}

/**
 * What the memory has of a text: wordings that may stand in it, with what they were corrected to, loudest first. Asked of an index by
 * the beginnings of the text's words; remembered until the memory has changed.
 * @param from the MT system that the text is of
 */
export async function recallMemory(
  deps: Deps,
  { text, hash }: HashedText,
  from: { readonly system: string },
): Promise<KeptMemory> {
  const { store } = deps
  // read first: what changes meanwhile is then read again the next time
  const stamp = await memoryStamp(store.db)
  const cache = caches.get(store) ?? new LruCache(most)
  caches.set(store, cache)
  const key = `${hash} ${from.system}`
  const known = cache.get(key)
  if (known?.stamp === stamp) return known.memory
  const memory = await recall(deps, text, from.system)
  cache.set(key, { stamp, memory }, bytesOfEntry + memory.list.length * bytesOfWording)
  return memory
}
