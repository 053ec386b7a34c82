import { checkStory } from '../../../src/app/findings/check-story.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { listChecks } from '../../../src/app/findings/list-checks.ts'
import { setCheck } from '../../../src/app/findings/set-check.ts'
import { withdrawDismissal } from '../../../src/app/findings/withdraw-dismissal.ts'
import { changeBetween, changeJson } from '../../../src/text/change.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf } from '../newsroom.ts'

const text = 'LKA Lower Sachsen varnar.\nDen 3 Juni kom polisen.\nQuellen'
const reasonAt = (after: string, words: string, check: string) => {
  const from = after.indexOf(words)
  return { from, to: from + words.length, category: 'style/awkward', severity: 'minor' as const, check }
}

forEachStore('what was accepted', open => {
  it('is kept with the words it replaced, from where a save was merged too', async () => {
    const room = await newsroom(await open())
    const { anna, bo, deps } = room
    const { translationId, articleId } = await room.bring({ text })
    await room.save(anna, translationId, text.replace('Lower Sachsen', 'Niedersachsen'), {
      reasons: [reasonAt(text.replace('Lower Sachsen', 'Niedersachsen'), 'Niedersachsen', 'page-furniture')],
    })
    const mine = text.replace('Juni', 'juni').replace('\nQuellen', '\n')
    const deleted = { ...reasonAt(mine, 'juni', 'page-furniture'), from: mine.length, to: mine.length }
    const reasons = [reasonAt(mine, 'juni', 'page-furniture'), deleted, { ...deleted, check: undefined }]
    const merged = await room.save(bo, translationId, text, {
      base: 0,
      change: changeJson(changeBetween(text, mine)) as never,
      reasons: reasons.map(({ check, ...reason }) => (check === undefined ? reason : { ...reason, check })),
    })
    expect(merged).toMatchObject({ status: 'saved', number: 2, mergedWith: [1] })
    const { acts, check } = await checkStory(deps, 'page-furniture')
    expect(acts.map(({ kind, person, words, fix }) => [kind, person, words, fix])).toEqual([
      ['accept', 'Bo Ås', 'Quellen', ''],
      ['accept', 'Bo Ås', 'Juni', 'juni'],
      ['accept', 'Anna Ek', 'Lower Sachsen', 'Niedersachsen'],
    ])
    expect(acts[0]).toMatchObject({ articleId })
    expect(check).toMatchObject({ accepted: 3, dismissed: 0, precision: 1 })
  })

  it('may be some thousand fixes in one save', async () => {
    const { anna, bring, save, deps } = await newsroom(await open())
    const n = 4000
    const { translationId } = await bring({ text: 'Juni '.repeat(n) })
    const reasons = Array.from({ length: n }, (_, i) => ({
      ...reasonAt('juni', 'juni', 'month-capital'),
      from: i * 5,
      to: i * 5 + 4,
    }))
    expect(await save(anna, translationId, 'juni '.repeat(n), { reasons })).toMatchObject({ status: 'saved' })
    expect((await listChecks(deps)).find(({ id }) => id === 'month-capital')).toMatchObject({ accepted: n })
  })

  it('is set against what was dismissed, and not taken back', async () => {
    const room = await newsroom(await open())
    const { anna, deps } = room
    const { translationId } = await room.bring({ text })
    const after = text.replace('Quellen', 'Källor')
    await room.save(anna, translationId, after, { reasons: [reasonAt(after, 'Källor', 'page-furniture')] })
    const dismissal = { check: 'page-furniture', words: 'Källor', before: '', after: '', nth: 0, reason: 'Nej.' }
    const who = { translationId, person: anna }
    const dismissed = await dismissFinding(deps, who, { ...dismissal, scope: 'article' })
    await dismissFinding(deps, who, { ...dismissal, scope: 'always' })
    const figures = async () => (await listChecks(deps)).find(({ id }) => id === 'page-furniture')
    expect(await figures()).toMatchObject({ accepted: 1, dismissed: 2, precision: 1 / 3 })
    await withdrawDismissal(deps, { person: anna, dismissalId: dismissed.id })
    expect(await figures()).toMatchObject({ accepted: 1, dismissed: 1, precision: 0.5 })
    const story = await checkStory(deps, 'page-furniture')
    expect(story.dismissals.map(({ scope, withdrawn }) => [scope, withdrawn])).toEqual([
      ['always', false],
      ['article', true],
    ])
  })

  it('stands beside how the check is set, by whom and why', async () => {
    const { deps, anna, bo } = await newsroom(await open())
    const decision = { checkId: 'page-furniture', enabled: true, severity: 'minor' as const }
    await setCheck(deps, { ...decision, person: anna, reason: 'Mildare.' })
    await setCheck(deps, { ...decision, person: bo, reason: 'Samma sak: händer inte.' })
    await setCheck(deps, { ...decision, person: bo, enabled: false, reason: 'Av.' })
    const { setting, check, acts } = await checkStory(deps, 'page-furniture')
    expect(setting).toMatchObject({ person: 'Bo Ås', reason: 'Av.' })
    expect(check).toMatchObject({ enabled: false, severity: 'minor' })
    expect(acts.map(({ set, reason }) => [set, reason])).toEqual([
      [{ enabled: false, severity: 'minor', before: true }, 'Av.'],
      [{ enabled: true, severity: 'minor', before: true }, 'Mildare.'],
    ])
    expect((await problemOf(checkStory(deps, 'nothing'))).code).toBe('check-unknown')
  })
})
