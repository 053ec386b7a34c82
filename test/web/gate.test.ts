import { setFlag } from '../../src/app/flags/set-flag.ts'
import { newId } from '../../src/store/id.ts'
import { forEachStore } from '../contracts/stores.ts'
import { findingPool } from '../app/gate/finding-pool.ts'
import { fieldOf, openSite, type Site } from './site.ts'

const flagged = async (site: Site, title: string) => {
  const article = await site.bring({ title, text: `${title}. Ett fel.` })
  const flag = {
    id: newId(),
    revision: 0,
    from: 0,
    to: 2,
    category: 'accuracy/mistranslation',
    severity: 'critical',
  } as const
  await setFlag(
    site.deps,
    { translationId: article.translationId, person: site.bo },
    { ...flag, comment: '', suggestion: '' },
  )
  return { ...article, flagId: flag.id }
}

const post = (site: Site, path: string, body: object) =>
  site.bare.post(path).set('Cookie', site.cookie).set('Sec-Fetch-Site', 'same-origin').send(body)

forEachStore('the gate on the web', open => {
  test('shows what stands open and asks for a reason, with which the same form approves and goes on to the next', async () => {
    const site = await openSite(await open())
    const { articleId, flagId } = await flagged(site, 'Första')
    const next = await site.bring({ title: 'Andra' })
    expect((await site.get(`/articles/${articleId}`)).text).toContain(
      'Approved only with a reason: 1 critical flag is open',
    )
    const asked = await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0', next: '1' })
    expect(asked.status).toBe(409)
    for (const part of ['1 critical flag is open', `href="/flags/${flagId}"`, 'name="reason"', 'threshold is 95'])
      expect(asked.text).toContain(part)
    expect(['state', 'base', 'next', 'critical', 'score'].map(name => fieldOf(asked.text, name))).toEqual([
      'approved',
      '0',
      '1',
      '1',
      '-733.34',
    ])
    const long = 'x'.repeat(2001)
    const refused = await site.form(`/articles/${articleId}/state`, {
      state: 'approved',
      base: '0',
      next: '1',
      reason: long,
    })
    expect([refused.status, refused.text.includes(long)]).toEqual([400, true])
    const done = await site.form(`/articles/${articleId}/state`, {
      state: 'approved',
      base: '0',
      next: '1',
      reason: 'Bråttom <b>',
    })
    expect([done.status, done.headers['location']]).toEqual([303, `/articles/${next.articleId}`])
    const history = (await site.get(`/articles/${articleId}/history`)).text
    expect(history).toContain('Anna Ek approved the article although 1 critical flag was open')
    expect(history).toContain('Reason: Bråttom &lt;b&gt;')
  })

  test('tells a program what it is closed by, and takes its reason', async () => {
    const site = await openSite(await open())
    const { articleId } = await flagged(site, 'Ett två tre')
    const path = `/articles/${articleId}/state`
    const refused = await post(site, path, { state: 'approved', base: 0 })
    expect([refused.status, refused.body]).toEqual([
      409,
      {
        error: {
          code: 'gate-closed',
          message: expect.any(String) as string,
          values: { critical: 1, score: -400, threshold: 95, findings: 0, checks: '–' },
        },
      },
    ])
    const done = await post(site, path, { state: 'approved', base: 0, reason: 'Ändå.' })
    expect([done.status, done.body]).toEqual([200, { state: 'approved', next: null }])
  })

  test('shows who approves a text that has changed since what changed, and keeps the reason that was typed', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await flagged(site, 'Första')
    const path = `/articles/${articleId}/state`
    await site.save(site.bo, translationId, 'Första. Ett <b> rätt.')
    const late = await site.form(path, { translation: translationId, state: 'approved', base: '0', next: '1', reason: 'Bråttom <b>' })
    expect(late.status).toBe(409)
    for (const part of ['The newest is revision 1, saved by Bo Ås', '<del', 'fel', '&lt;b&gt; rätt', 'Bråttom &lt;b&gt;</textarea>', 'Approve revision 1', '1 critical flag is open'])
      expect(late.text).toContain(part)
    expect(['state', 'base', 'next'].map(name => fieldOf(late.text, name))).toEqual(['approved', '1', '1'])
    expect(late.text).toContain(`action="${path}?translation=${translationId}"`)
    const again = { state: 'approved', base: '1', next: '1', reason: 'Bråttom <b>' }
    expect((await site.form(`${path}?translation=${translationId}`, again)).status).toBe(303)
  }) // prettier-ignore

  test('asks once more where more stands open than when the reason was given', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await flagged(site, 'Första')
    const path = `/articles/${articleId}/state`
    const first = (await site.form(path, { state: 'approved', base: '0' })).text
    const flag = { revision: 0, from: 0, to: 2, category: 'style/awkward', severity: 'critical' } as const
    await setFlag(site.deps, { translationId, person: site.bo }, { ...flag, comment: '', suggestion: '' })
    const filled = (html: string) => ({
      ...Object.fromEntries(['state', 'base', 'critical', 'score'].map(name => [name, fieldOf(html, name)])),
      reason: 'Bråttom.',
    })
    const asked = await site.form(path, filled(first))
    expect([asked.status, asked.text.includes('More has come since'), asked.text.includes('Bråttom.</textarea>')]).toEqual([409, true, true])
    expect((await site.form(path, filled(asked.text))).status).toBe(303)
  }) // prettier-ignore

  test('refuses a program that approves no revision, one that is not there, or one of no translation', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text: 'Ett rätt.' })
    await site.save(site.bo, translationId, 'Två rätt.')
    const path = `/articles/${articleId}/state`
    const answers = [{}, { base: -1 }, { base: 'x' }, { base: 7 }, { base: 1, translation: 'x' }, { base: 1, score: 'x' }, { base: 0 }].map(body =>
      post(site, path, { state: 'approved', ...body }).then(({ status }) => status),
    )
    expect(await Promise.all(answers)).toEqual([400, 400, 400, 404, 404, 400, 409])
    const behind = (await post(site, path, { state: 'approved', base: 0 })).body as object
    expect(behind).toMatchObject({ error: { code: 'approval-behind', values: { base: 0, head: 1 } } })
    expect((await post(site, path, { state: 'corrected' })).status).toBe(200)
    const many = { action: 'state', state: 'approved', article: [articleId] }
    expect((await post(site, '/articles/many', many)).status).toBe(400)
    expect((await post(site, '/articles/many', { ...many, base: ['x:1'] })).status).toBe(400)
    expect((await post(site, '/articles/many', { ...many, base: [`${translationId}:0`] })).body).toMatchObject({
      changed: 0,
      results: [{ problem: 'approval-behind', values: { base: 0, head: 1 } }],
    })
    expect((await post(site, '/articles/many', { ...many, base: [`${translationId}:1`] })).body).toMatchObject({ changed: 1 })
  }) // prettier-ignore

  test('the queue names what it shows of each article', async () => {
    const site = await openSite(await open())
    const { translationId } = await site.bring({ text: 'Ett fel.' })
    await site.save(site.bo, translationId, 'Ett rätt.')
    expect(fieldOf((await site.get('/')).text, 'base')).toBe(`${translationId}:1`)
  })

  test('tells of many at once which were refused and why, and approves those with one reason', async () => {
    const site = await openSite(await open())
    const [bad, good] = [await flagged(site, 'Dålig'), await site.bring({ title: 'God' })]
    const chosen = `article=${bad.articleId}&article=${good.articleId}&article=0000000000000000`
    const seen = `base=${bad.translationId}:0&base=${good.translationId}:0`
    const form = `${chosen}&${seen}&action=state&state=approved&back=/?sort=title`
    const told = await site.form('/articles/many', form)
    expect(told.status).toBe(409)
    for (const part of [
      '1 article is changed',
      'Dålig',
      'Open critical flags: 1',
      'An article that does not exist',
      '/?sort=title',
    ])
      expect(told.text).toContain(part)
    expect(told.text).not.toContain('God')
    const done = await site.form(
      '/articles/many',
      `article=${bad.articleId}&${seen}&action=state&state=approved&reason=Ok&back=/?sort=title`,
    )
    expect([done.status, done.headers['location']]).toEqual([303, '/?sort=title'])
    expect((await site.json('/')).body).toMatchObject({ items: [{ state: 'approved' }, { state: 'approved' }] })
  })

  test('of many at once, a reason that nothing can be approved with is told again', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await flagged(site, 'Dålig')
    const form = { article: articleId, base: `${translationId}:0`, action: 'state', state: 'approved', back: '/' }
    await site.save(site.bo, translationId, 'Två rätt.')
    const behind = await site.form('/articles/many', { ...form, reason: 'Bråttom' }).expect(409)
    expect(behind.text).toContain('Your reason: <q>Bråttom</q>')
  })

  test('certain findings are told at the desk, listed where the approval is refused, and named of many', async () => {
    const found = [{ check: 'source-scale', words: 'Milliarde', severity: 'critical', confidence: 0.95 }] as const
    const site = await openSite(await open(), {}, findingPool(found))
    const { stamp } = (await site.json('/quality/settings')).body as { stamp: string }
    const settings = { weights: 'mqm-core', threshold: '95', gate: '1', findings: 'major', effort: 'articles', stamp }
    await site.form('/quality/settings', settings).expect(303)
    const { articleId, translationId } = await site.bring({ text: 'En <Milliarde> euro.' })
    const desk = (await site.get(`/articles/${articleId}`)).text
    expect(desk).toContain('Approved only with a reason: 1 certain finding is open')
    const asked = await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' }).expect(409)
    for (const part of ['1 certain finding is open: ', 'Wrong: Milliarde', `finding=0-4-13-source-scale`])
      expect(asked.text).toContain(part)
    expect(fieldOf(asked.text, 'findings')).toBe('1')
    const many = `article=${articleId}&base=${translationId}:0&action=state&state=approved&back=/`
    expect((await site.form('/articles/many', many).expect(409)).text).toContain('The findings are of: Million')
    const form = { state: 'approved', base: '0', reason: 'Ok', findings: '1', critical: '0', score: '100' }
    await site.form(`/articles/${articleId}/state`, form).expect(303)
    expect((await site.get(`/articles/${articleId}/history`)).text).toContain('although 1 certain finding was open (')
  })

  test('an approved article that is changed is told to have gone back by itself', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text: 'Ett rätt.' })
    await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' }).expect(303)
    await site.save(site.bo, translationId, 'Två rätt.')
    expect((await site.get(`/articles/${articleId}/history`)).text).toContain(
      'Bo Ås changed the text, and the article went back from Approved to In review',
    )
  })
})

forEachStore('the page of the correction notice', open => {
  test('drafts a notice of what was approved, chosen by boxes; the text alone, and all of it as JSON', async () => {
    const site = await openSite(await open())
    const { articleId, translationId } = await site.bring({ text: 'I Lower Sachsen <b> är 25 misstänkta.' })
    const page = `/articles/${articleId}/notice`
    expect((await site.get(page)).text).toContain('Correct it and save, and a draft is written here')
    await site.form(`/articles/${articleId}/state`, { state: 'approved', base: '0' }).expect(303)
    expect((await site.get(`${page}?from=0&to=0`)).text).toContain('nothing to correct')
    await site.save(site.bo, translationId, 'I Niedersachsen <b> är 52 misstänkta.')
    const drafted = await site.get(page)
    expect(drafted.text).toMatch(
      /<textarea id="notice"[^>]*>\nRättelse: I en tidigare version av artikeln stod det ”Lower Sachsen”/,
    )
    expect(drafted.text.match(/name="include"/g)).toHaveLength(2)
    const { corrections } = (await site.json(page)).body as { corrections: { n: number; before: string }[] }
    const number = corrections.find(({ before }) => before === '25')?.n ?? 0
    const alone = await site.get(`${page}?from=0&to=1&chosen=1&include=${number}&format=text`)
    expect([alone.headers['content-type'], alone.text]).toEqual([
      'text/plain; charset=utf-8',
      'Rättelse: I en tidigare version av artikeln stod det ”25 misstänkta”. Rätt är ”52 misstänkta”. Rättelsen gjordes den 15 januari 2026.',
    ])
    expect((await site.get(`${page}?chosen=1`)).text).toContain('Nothing is chosen')
    const codes = ['from=9', 'from=x', 'chosen=1&include=x'].map(query =>
      site.get(`${page}?${query}`).then(r => r.status),
    )
    expect(await Promise.all(codes)).toEqual([404, 400, 400])
  })
})
