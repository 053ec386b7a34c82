import { writeSetting } from '../../src/store/settings.ts'
import { forEachStore } from '../contracts/stores.ts'
import { annotated, style } from './annotated.ts'
import { sentTo } from './sent.ts'
import { fieldOf, openSite } from './site.ts'

forEachStore('what an annotator typed in a form that is refused', open => {
  const begun = async () => {
    const site = await openSite(await open())
    const { annas } = await annotated(site)
    await writeSetting(site.deps.store.db, 'quality', JSON.stringify({ judgements: true }))
    const flag = { ...style, line: '1', page: '1', words: 'Tyskland' }
    return { site, annas, flag }
  }

  test('of a flag that another window has changed stands in its form, which saves over what is there now', async () => {
    const { site, annas, flag } = await begun()
    const at = `${annas}/flags/${(await sentTo(site, `${annas}/flags`, flag)).split('#m-')[1] ?? ''}`
    await sentTo(site, at, { ...style, comment: 'ur det andra', version: '1' })
    const late = await site.form(at, { ...style, comment: 'mitt eget', version: '1', page: '1' }).expect(409)
    expect(late.text).toContain('has been changed in another window')
    expect(late.text).toContain('ur det andra')
    expect(late.text).toContain('>\nmitt eget</textarea>')
    const version = fieldOf(late.text.slice(late.text.indexOf('Change the flag</h2>')), 'version')
    await sentTo(site, at, { ...style, comment: 'mitt eget', version })
    const long = 'x'.repeat(5001)
    const refused = await site.form(at, { ...style, comment: long, version: '3' }).expect(400)
    expect(refused.text).toContain(`>\n${long}</textarea>`)
    expect(refused.text).toContain('role="alert"')
    const json = await site.form(at, { ...style, version: '1' }).set('Accept', 'application/json')
    expect([json.status, json.type]).toEqual([409, 'application/json'])
  })

  test('of a flag that another window has removed is there to be copied', async () => {
    const { site, annas, flag } = await begun()
    const at = `${annas}/flags/${(await sentTo(site, `${annas}/flags`, flag)).split('#m-')[1] ?? ''}`
    await sentTo(site, `${at}/withdraw`, { version: '1' })
    const late = await site.form(at, { ...style, comment: 'mitt eget', version: '1' }).expect(404)
    expect(late.text).toMatch(/What you typed has not been saved[^]*mitt eget/)
  })

  test('is there to be copied where the annotation was finished meanwhile, with the way to open it again', async () => {
    const { site, annas, flag } = await begun()
    await sentTo(site, `${annas}/state`, { act: 'finish' })
    const refused = await site.form(`${annas}/flags`, { ...flag, comment: 'för sent' }).expect(409)
    for (const part of ['What you typed has not been saved', 'Tyskland</dd>', 'för sent</dd>', 'value="reopen"'])
      expect(refused.text).toContain(part)
    const judged = await site.form(`${annas}/judgements`, { paragraph: '1', score: '66' }).expect(409)
    expect(judged.text).toContain('66</dd>')
  })

  test('is there to be copied where the paragraph is not', async () => {
    const { site, annas, flag } = await begun()
    for (const line of ['99', 'x', '']) {
      const refused = await site.form(`${annas}/flags`, { ...flag, line, comment: 'kvar' }).expect(400)
      expect([line, refused.text.includes('kvar</dd>')]).toEqual([line, true])
    }
  })

  test('of a judgement or of a last comment comes back beside what is wrong with it', async () => {
    const { site, annas } = await begun()
    for (const score of ['101', 'bra']) {
      const refused = await site.form(`${annas}/judgements`, { paragraph: '1', score }).expect(400)
      expect(refused.text).toContain(`value="${score}"`)
      expect(refused.text).toContain('A judgement is a whole number from 0 to 100.')
    }
    const comment = 'y'.repeat(5001)
    const refused = await site.form(`${annas}/state`, { act: 'finish', comment }).expect(400)
    expect(refused.text).toContain(`>\n${comment}</textarea>`)
    expect(refused.text).toContain('role="alert"')
    expect((await site.json(annas)).body).toMatchObject({ state: 'open' })
  })
})
