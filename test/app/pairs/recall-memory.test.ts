/** The memory leaves nothing out that stands in a text word for word. */
import fc from 'fast-check'
import { pairHash } from '../../../src/app/corrections/derive-corrections.ts'
import { sha256 } from '../../../src/app/hash.ts'
import { recallMemory } from '../../../src/app/pairs/recall-memory.ts'
import { voices } from '../../../src/app/pairs/voices.ts'
import { stampMemory } from '../../../src/store/memory.ts'
import { insertPairs, newPair } from '../../../src/store/pairs.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom } from '../newsroom.ts'

const left = [
  'Lower',
  'Quellen',
  'Landkreis',
  'Bürgermeisterin',
  'survey',
  'crime',
  'Polizeidirektion',
  'statspolispresidenten',
]
const ordinary = ['polisen', 'i', 'en', 'anbud', 'brott', 'stora', 'och', 'Sachsen']
const wording = fc
  .tuple(
    fc.array(fc.constantFrom(...ordinary), { maxLength: 2 }),
    fc.constantFrom(...left),
    fc.array(fc.constantFrom(...ordinary, ...left), { maxLength: 2 }),
  )
  .map(([a, b, c]) => [...a, b, ...c].join(' '))

forEachStore('recalling', open => {
  it('gives every loud pair whose words stand in the text, however many other pairs there are', async () => {
    const { deps } = await newsroom(await open())
    const made = fc
      .sample(wording, { numRuns: 1500, seed: 4 })
      .map((before, n) => ({ before, after: `rätt${'abcdefg'[n % 7] ?? ''}` }))
    const pairs = [...new Map(made.map(pair => [`${pair.before}→${pair.after}`, pair])).values()].map(
      ({ before, after }) =>
        newPair(
          { hash: pairHash(before, after), before_text: before, after_text: after },
          { corrections: 1, articles: 1, first_at: 1, last_at: 1, category: 'style/awkward', severity: 'minor' },
          voices,
        ),
    )
    await deps.store.transaction(async tx => {
      await insertPairs(tx, pairs)
      await stampMemory(tx)
    })
    const texts = fc.sample(fc.array(fc.constantFrom(...ordinary, ...left), { minLength: 3, maxLength: 60 }), {
      numRuns: 60,
      seed: 5,
    })
    let n = 0
    for (const words of texts) {
      const text = words.join(' ')
      const { list } = await recallMemory(deps, { text, hash: sha256(text) }, { system: '' })
      const recalled = new Set(list.flatMap(({ variants }) => variants))
      const standing = pairs.filter(pair => pair.voice >= 500 && ` ${text} `.includes(` ${pair.before_text} `))
      n += standing.length
      expect(standing.filter(pair => !recalled.has(pair.before_text))).toEqual([])
      // and of the same words the surest ways to write them, no more
      expect(
        Math.max(0, ...[...Map.groupBy(list, ({ variants }) => variants.join()).values()].map(ways => ways.length)),
      ).toBeLessThan(4)
    }
    expect(n).toBeGreaterThan(100)
  })

  it('knows the MT system a pair is limited to, and what a person writes instead', async () => {
    const { deps } = await newsroom(await open())
    const counts = {
      corrections: 1,
      articles: 1,
      first_at: 1,
      last_at: 1,
      category: 'style/awkward',
      severity: 'minor',
    }
    const pair = newPair(
      { hash: pairHash('Quellen', 'Källor'), before_text: 'Quellen', after_text: 'Källor' },
      counts,
      voices,
    )
    await deps.store.transaction(tx => insertPairs(tx, [{ ...pair, system: 'DeepL', instead: 'Källa' }]))
    const recalled = async (text: string, system: string) =>
      (await recallMemory(deps, { text, hash: sha256(text) }, { system })).list.map(({ preferred }) => preferred)
    expect(await recalled('Quellen', 'DeepL')).toEqual(['Källa'])
    expect(await recalled('Quellen', 'Google')).toEqual([])
    expect(await recalled('', 'DeepL')).toEqual([])
  })
})
