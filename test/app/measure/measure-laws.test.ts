import fc from 'fast-check'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { measureInDetail } from '../../../src/app/measure/measure-in-detail.ts'
import { countErrors } from '../../../src/app/measure/find-errors.ts'
import { addSums, noSums } from '../../../src/app/measure/figures.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { seed } from '../../text/histories.ts'
import { mt } from '../corrected-desk.ts'
import { flagOn, newKey, testDesk } from '../desk.ts'
import { measured } from '../measured.ts'

const act = fc.record({
  kind: fc.constantFrom('edit', 'edit', 'edit', 'flag', 'restore', 'undo', 'swap'),
  n: fc.nat(1000),
  words: fc.constantFrom('', 'ord', 'två ord. Och', 'å\nä', '😀', 'Niedersachsen'),
})

/** Each case is a dozen transactions, and as many derivations. */
const runsOn = (kind: string): number => (kind === 'sqlite' ? 40 : 10)

forEachStore(`whatever editors save, move, flag, restore and undo (seed ${seed})`, (open, _newWhere, kind) => {
  test('measured after each step is the same as measured once, and sentences add up to the whole', async () => {
    const store = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 7 }), async acts => {
        const desk = await testDesk(store, mt)
        const { deps, anna, articleId, translationId } = desk
        let last = await measured(deps, translationId)
        for (const { kind: does, n, words } of acts) {
          const { number, text } = (await desk.open()).head
          const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
          const word = found[n % Math.max(1, found.length)]
          const [from, to] = [word?.index ?? 0, (word?.index ?? 0) + (word?.[0].length ?? 0)]
          if (does === 'edit') await desk.save(anna, text.slice(0, from) + words + text.slice(to))
          else if (does === 'swap') await desk.save(anna, text.split('\n').reverse().join('\n'))
          else if (does === 'flag')
            await setFlag(deps, { person: anna, translationId }, { ...flagOn(text, ''), from, to, revision: number })
          else {
            const which = { person: anna, articleId, key: newKey(), revision: n % (number + 1) }
            if (does === 'restore') await restoreRevision(deps, which)
            else if (which.revision > 0) await undoRevision(deps, which)
          }
          last = await measured(deps, translationId)
        }
        await store.db.deleteFrom('measure').where('translation_id', '=', translationId).execute()
        await store.db.updateTable('translation').set({ measured: 0, corrections_number: -1 }).where('id', '=', translationId).execute() // prettier-ignore
        expect(await measured(deps, translationId)).toEqual(last)
        const detail = await measureInDetail(deps, translationId)
        const sentences = detail?.paragraphs.flatMap(paragraph => paragraph.sentences) ?? []
        expect(sentences.map(each => each.sums).reduce(addSums, noSums)).toEqual(detail?.sums)
        expect(countErrors(sentences.flatMap(each => each.errors))).toEqual(detail?.errors)
        expect(sentences.reduce((sum, each) => sum + each.words, 0)).toBe(detail?.words)
        expect(sentences.reduce((sum, each) => sum + each.headWords, 0)).toBe(detail?.headWords)
      }),
      { numRuns: runsOn(kind), seed },
    )
  })
})
