/**
 * Builds a minimal acyclic automaton of sorted words that numbers them (Daciuk, Mihov, Watson & Watson 2000, "Incremental
 * construction of minimal acyclic finite-state automata"; Lucchesi & Kowaltowski 1993 for the numbers). src/checks/lexicon/automaton.ts
 * reads it.
 */
export interface Built {
  /** the letters, in the order of their codes: edge label n stands for `alphabet[n]` */
  readonly alphabet: string
  readonly label: Uint8Array
  /** the first edge of the state an edge leads to; 0: it has none */
  readonly target: Uint32Array
  /** 1: a word ends here; 2: the last edge of its state */
  readonly mark: Uint8Array
  /** how many words are reached by the edges before this one, in the same state */
  readonly skip: Uint32Array
}

interface State {
  final: boolean
  readonly edges: [string, State][]
  id: number
  words: number
  at: number
}

const fresh = (): State => ({ final: false, edges: [], id: -1, words: 0, at: -1 })

/** @param words sorted by code unit, each once */
export function buildAutomaton(words: Iterable<string>): Built {
  const register = new Map<string, State>()
  const kept: State[] = []
  const root = fresh()
  const seal = (state: State): State => {
    const signature = `${state.final ? 1 : 0}${state.edges.map(([letter, to]) => `${letter}${to.id}`).join(',')}`
    const known = register.get(signature)
    if (known) return known
    state.id = kept.length
    state.words = state.edges.reduce((sum, [, to]) => sum + to.words, state.final ? 1 : 0)
    kept.push(state)
    register.set(signature, state)
    return state
  }
  let path: State[] = [root]
  let before = ''
  const close = (depth: number): void => {
    while (path.length - 1 > depth) {
      const state = path.pop() as State
      const parent = path.at(-1) as State
      ;(parent.edges.at(-1) as [string, State])[1] = seal(state)
    }
  }
  for (const word of words) {
    let common = 0
    while (common < word.length && word[common] === before[common]) common++
    close(common)
    for (let i = common; i < word.length; i++) {
      const next = fresh()
      ;(path.at(-1) as State).edges.push([word[i] as string, next])
      path.push(next)
    }
    ;(path.at(-1) as State).final = true
    before = word
  }
  close(0)
  path = []
  return layOut(root, seal(root) === root ? kept : [...kept, root])
}

function layOut(root: State, states: readonly State[]): Built {
  const alphabet = [...new Set(states.flatMap(state => state.edges.map(([letter]) => letter)))].sort().join('')
  if (alphabet.length > 255) throw new Error(`${alphabet.length} different letters are too many for a byte`)
  const ordered = [root, ...states.filter(state => state !== root)]
  // edge 0 is nobody's, so that 0 can stand for no state
  let count = 1
  for (const state of ordered) {
    state.at = state.edges.length > 0 ? count : 0
    count += state.edges.length
  }
  const built = {
    alphabet,
    label: new Uint8Array(count),
    target: new Uint32Array(count),
    mark: new Uint8Array(count),
    skip: new Uint32Array(count),
  }
  for (const state of ordered) {
    let skipped = 0
    state.edges.forEach(([letter, to], i) => {
      const edge = state.at + i
      built.label[edge] = alphabet.indexOf(letter)
      built.target[edge] = to.at
      built.mark[edge] = (to.final ? 1 : 0) | (i === state.edges.length - 1 ? 2 : 0)
      built.skip[edge] = skipped
      skipped += to.words
    })
  }
  return built
}
