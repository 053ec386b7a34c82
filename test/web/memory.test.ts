/** What a person decides about the memory's rules, with and without a script. */
import { settleCorrections } from '../../src/app/corrections/settle-corrections.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite, type Site } from './site.ts'

/** Corrects words in an article, and gives the id of their pair. */
async function learned(site: Site, before: string, after: string): Promise<string> {
  const { translationId } = await site.bring({ title: 'Nytt', text: `Nytt\nDet är ${before} här.`, system: 'DeepL' })
  await site.save(site.anna, translationId, `Nytt\nDet är ${after} här.`)
  await settleCorrections(site.deps)
  const pair = await site.deps.store.db.selectFrom('pair').select('id').where('before_text', '=', before).executeTakeFirstOrThrow()
  return pair.id
} // prettier-ignore

forEachStore('the memory’s pages', open => {
  it('tell of a pair whether it speaks, and why; it is pinned, edited and limited in one form, and its history says so', async () => {
    const site = await openSite(await open())
    const id = await learned(site, 'anbud', 'registreringar')
    const page = await site.get(`/corrections/${id}`)
    expect(page.text).toContain(
      'The memory speaks only where what stands around the words is like a place that was corrected.',
    )
    expect(page.text).toContain(
      'Corrected once in one article, dismissed 0 times, left as it was in 0 reviewed articles.',
    )
    const decision = {
      seen: fieldOf(page.text, 'seen'),
      status: 'pinned',
      instead: 'polisanmälningar',
      near: 'brott, stöld',
      system: 'DeepL',
      note: 'Så säger polisen.',
    }
    await site.form(`/corrections/${id}/decide`, decision).expect(303).expect('Location', `/corrections/${id}#rule`)
    const after = (await site.get(`/corrections/${id}`)).text
    expect(after).toContain('stands in the same paragraph or in the heading: brott, stöld.')
    expect(after).toContain('Only in texts from DeepL.')
    expect(after).toContain('The rule was pinned by Anna Ek')
    expect(after).toContain(
      'Anna Ek pinned it: writes “polisanmälningar”; near brott, stöld; only from DeepL; Så säger polisen.',
    )
    const { body } = await site.json(`/corrections/${id}`)
    expect(body).toMatchObject({
      rule: { status: 'pinned', where: 'near', near: ['brott', 'stöld'], instead: 'polisanmälningar' },
    })
  })

  it('give back what was typed where somebody else has decided meanwhile', async () => {
    const site = await openSite(await open())
    const id = await learned(site, 'tullutredning', 'tullkriminal')
    const decision = { seen: '', status: 'retired', instead: 'tullkriminal', near: '', system: '', note: 'Nej.' }
    await site.form(`/corrections/${id}/decide`, decision).expect(303)
    const late = await site.form(`/corrections/${id}/decide`, { ...decision, status: 'pinned', note: 'Jo, alltid.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Jo, alltid.')
    expect(late.text).toMatch(/id="rule-pinned"[^>]*checked/)
    const again = { ...decision, status: 'pinned', note: 'Jo, alltid.', seen: fieldOf(late.text, 'seen') }
    await site.form(`/corrections/${id}/decide`, again).expect(303)
    // the same once more changes nothing
    await site.form(`/corrections/${id}/decide`, again).expect(303)
    const { body } = (await site.json(`/corrections/${id}`)) as { body: { rule: { history: { kind: string }[] } } }
    expect(body.rule.history.map(({ kind }) => kind)).toEqual(['pin', 'retire'])
  })

  it('make a rule of one’s own; one that would match everything comes back with the reason', async () => {
    const site = await openSite(await open())
    expect((await site.get('/corrections/new')).status).toBe(200)
    const rule = {
      before: 'tekniskt utbyte',
      after: 'erfarenhetsutbyte',
      category: 'terminology/wrong-term',
      severity: 'major',
      near: '',
      system: '',
      note: '',
    }
    const made = await site.form('/corrections', rule).expect(303)
    const page = await site.get((made.headers['location'] ?? '').replace('#rule', ''))
    expect(page.text).toContain('Anna Ek made the rule')
    // no text has met it: there is nothing to count, and no place to show
    expect(page.text).not.toMatch(/\b0 (?:times|corrections)|id="places"/)
    for (const [before, reason] of [
      ['och', 'the word stands in almost every text'],
      ['…', 'signs without a word stand in every text'],
    ] as const) {
      const refused = await site.form('/corrections', { ...rule, before })
      expect(refused.status).toBe(400)
      expect(refused.text).toContain(reason)
      expect(fieldOf(refused.text, 'after')).toBe('')
      expect(refused.text).toContain('value="erfarenhetsutbyte"')
    }
    const same = await site.form('/corrections', { ...rule, after: 'tekniskt utbyte' })
    expect(same.status).toBe(400)
  })

  it('take JSON: what is left out stays as it was', async () => {
    const site = await openSite(await open())
    const id = await learned(site, 'tullutredning', 'tullkriminal')
    const send = (body: object) =>
      site.bare
        .post(`/corrections/${id}/decide`)
        .set('Accept', 'application/json')
        .set('Sec-Fetch-Site', 'same-origin')
        .set('Cookie', site.cookie)
        .send(body)
    const first = await send({ near: ['tull'], seen: null })
    expect(first.body).toMatchObject({ status: 'learned', near: ['tull'], where: 'near' })
    const { decidedAt } = first.body as { decidedAt: number }
    expect((await send({ status: 'retired', seen: decidedAt })).body).toMatchObject({
      status: 'retired',
      near: ['tull'],
      voice: 0,
    })
    expect((await send({ status: 'pinned', seen: decidedAt })).status).toBe(409)
    expect((await send({ status: 'never', seen: decidedAt })).status).toBe(400)
  })
})
