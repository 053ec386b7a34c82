/** Terms that the memory would have: what was corrected again and again, and always to the same. */
import type { Term } from '../../checks/wording.ts'
import { Problem } from '../../errors.ts'
import { correctionsByKey, frequentPair, frequentPairs, type FrequentPair } from '../../store/mined-pairs.ts'
import { allTerms } from '../../store/terms.ts'
import { foldForSearch } from '../../text/fold.ts'
import { termEntry, type TermEntry, type TermView } from '../../wire/term.ts'
import type { Deps, Person } from '../deps.ts'
import { enterTerm } from './enter-term.ts'
import { termFollower, type Follower } from './follow-terms.ts'
import { houseTermOf } from './house-terms.ts'
import { spokenEverywhere } from '../pairs/voice.ts'
import { addTerm } from './write-term.ts'

export interface ProposedTerm {
  /** the pair that it was seen in, the most corrected of them where forms of a word have several */
  readonly pairId: string
  readonly preferred: string
  readonly variant: string
  readonly corrections: number
  /** in so many, at least */
  readonly articles: number
}

/** So often, in so many articles, and of all that became of the words so great a share. */
const least = { corrections: 3, articles: 2, share: 0.9 }
const longest = 5
const rowsAtOnce = 500
/** So many forms of a word may have pairs of their own. */
const formsOfOne = 4
const beginning = 3
/** So many pairs are looked at: what is corrected most comes first. */
const mostLooked = 5000

const wordsOf = (text: string): readonly string[] => foldForSearch(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []

/** Whether both sides are wordings, and other words than each other: no numbers, no capitals, no signs. */
function isWording({ before_text: before, after_text: after }: FrequentPair): boolean {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  const fits = [was, is].every(words => words.length > 0 && words.length <= longest)
  return fits && !/[\p{N}\n\u2028]/u.test(before + after) && was.join(' ') !== is.join(' ')
}

/** Of all corrections of the words, and of the reviewed articles that left them as they are, the share that became this. */
const shareOf = ({ corrections, kept, declined }: FrequentPair, ofBefore: number): number =>
  corrections / (Math.max(ofBefore, corrections) + kept + declined)

const entryFor = (preferred: string, variant: string): TermEntry => termEntry.parse({ preferred, variants: [variant] })

/** Whether it could be a term; what would match everything could not. */
function isPossible(preferred: string, variant: string): boolean {
  try {
    enterTerm(entryFor(preferred, variant))
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** A shorter wording first: `Lower Sachsen` stands for `Lower Sachsens` too. */
const shorterFirst = (a: ProposedTerm, b: ProposedTerm): number => a.variant.length - b.variant.length

/** Forms of one word are one proposal: of their shortest, with all their corrections. */
function grouped(proposals: readonly ProposedTerm[]): readonly ProposedTerm[] {
  interface Group {
    readonly follows: Follower<Term>
    readonly all: ProposedTerm[]
  }
  // forms of a word begin alike
  const groups = new Map<string, Group[]>()
  for (const proposal of proposals.toSorted(shorterFirst)) {
    const key = foldForSearch(proposal.variant).slice(0, beginning)
    const near = groups.get(key) ?? []
    groups.set(key, near)
    const group = near.find(({ follows }) => follows(proposal.variant, proposal.preferred) !== undefined)
    if (group) group.all.push(proposal)
    else {
      const { preferred, variant } = proposal
      near.push({ follows: termFollower([{ preferred, variants: [variant] }]), all: [proposal] })
    }
  }
  return [...groups.values()].flat().flatMap(({ all }) => {
    const [chief] = all
    if (chief === undefined) return []
    const most = all.reduce((best, one) => (one.corrections > best.corrections ? one : best))
    const corrections = all.reduce((sum, one) => sum + one.corrections, 0)
    return [{ ...chief, pairId: most.pairId, corrections, articles: Math.max(...all.map(({ articles }) => articles)) }]
  })
}

/** Proposals that no term covers, in whatever status, the most corrected first. Found anew at each look. @param most of them */
export async function proposedTerms({ store: { db } }: Deps, most: number): Promise<readonly ProposedTerm[]> {
  const covered = termFollower((await allTerms(db)).map(houseTermOf))
  const proposals: ProposedTerm[] = []
  const enough = most * formsOfOne
  let beyond: FrequentPair | undefined
  for (let looked = 0; looked < mostLooked && proposals.length < enough; looked += rowsAtOnce) {
    const pairs = await frequentPairs(db, {
      least: least.corrections,
      leastArticles: least.articles,
      // a term speaks wherever its words stand: what the memory says only here and there is none
      leastVoice: spokenEverywhere,
      beyond,
      limit: rowsAtOnce,
    })
    const wordings = pairs.filter(pair => isWording(pair) && covered(pair.before_text, pair.after_text) === undefined)
    const sums = await correctionsByKey(
      db,
      wordings.map(pair => pair.before_key),
    )
    for (const pair of wordings) {
      if (proposals.length >= enough) break
      const { id: pairId, corrections, articles } = pair
      const [preferred, variant] = [pair.after_text.trim(), pair.before_text.trim()]
      if (shareOf(pair, sums.get(pair.before_key) ?? 0) < least.share || !isPossible(preferred, variant)) continue
      proposals.push({ pairId, preferred, variant, corrections, articles })
    }
    beyond = pairs.at(-1)
    if (pairs.length < rowsAtOnce) break
  }
  return grouped(proposals)
    .toSorted((a, b) => b.corrections - a.corrections || (a.variant < b.variant ? -1 : 1))
    .slice(0, most)
}

/**
 * Takes a proposal in as it is, or declines it, so that it is proposed no more.
 * @throws Problem name-missing, pair-unknown; those of `addTerm`
 */
export async function decideProposal(
  deps: Deps,
  who: { readonly person: Person | null },
  {
    pairId,
    preferred,
    variant,
    status,
  }: Pick<ProposedTerm, 'pairId' | 'preferred' | 'variant'> & { readonly status: 'approved' | 'declined' },
): Promise<TermView> {
  if (!(await frequentPair(deps.store.db, pairId))) throw new Problem('pair-unknown')
  return addTerm(deps, { ...who, from: pairId }, { ...entryFor(preferred, variant), status })
}
