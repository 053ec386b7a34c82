import { forEachStore } from '../contracts/stores.ts'
import { finished, style } from './annotated.ts'
import { sentTo } from './sent.ts'
import { openSite, type Site } from './site.ts'

interface Told {
  readonly compared: {
    readonly blind: boolean
    readonly pairs: readonly { readonly decision: { readonly id: string; readonly choice: string; readonly person: string; readonly comment: string; readonly changed: boolean } | null }[]
  } | null
} // prettier-ignore

const decisions = async (site: Site, agreement: string) =>
  ((await site.json(agreement)).body as Told).compared?.pairs.map(({ decision }) => decision) ?? []

forEachStore('two annotators’ places', open => {
  test('are decided with a reason, which stands beside the decision', async () => {
    const site = await openSite(await open())
    const { agreement, first } = await finished(site)
    await sentTo(site, agreement, { ...first, choice: 'b', seen: '', reason: 'Det ändrar\ninnebörden' })
    expect(await decisions(site, agreement)).toMatchObject([{ choice: 'b', person: 'Anna Ek', comment: 'Det ändrar\ninnebörden' }, null]) // prettier-ignore
    expect((await site.get(agreement)).text).toContain('Det ändrar\ninnebörden')
  })

  test('have figures with what they are made of, which says that it is too little; as CSV too; and files with or without what was agreed on', async () => {
    const site = await openSite(await open())
    const { articleId, agreement, first, second } = await finished(site)
    const page = (await site.get(agreement)).text
    for (const part of ['3 flags', '9 words', '1 error', 'too few', 'Until every place is decided'])
      expect(page).toContain(part)
    expect(page).not.toContain('annotations=agreed')
    const { text, headers } = await site.get(`${agreement}/export`)
    expect(headers['content-type']).toContain('text/csv')
    expect(text.split('\r\n').slice(0, 2)).toEqual(['\ufefftranslation,a,b,blind,figure,value,low,high,n,few', expect.stringMatching(/^[0-9a-z]{16},Anna Ek,Bo Ås,true,exact,0.66\d+,,,3,few$/)]) // prettier-ignore
    for (const pair of [first, second]) await sentTo(site, agreement, { ...pair, choice: 'a', seen: '' })
    const decided = (await site.get(agreement)).text
    expect(decided).toContain('What you have agreed on counts')
    const agreed = /href="([^"]*annotations=agreed[^"]*)"/.exec(decided)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await site.get(agreed)).text).toContain('\tagreed\t')
    expect((await site.get(agreed.replace('=agreed', '=eva'))).status).toBe(400)
    const many = async (format: string) => (await site.form('/articles/many', { action: 'export', format, article: articleId })).text // prettier-ignore
    expect([(await many('mqmtsv agreed')).includes('\tagreed\t'), (await many('mqmtsv')).includes('\tagreed\t')]).toEqual([true, false]) // prettier-ignore
  })

  test('that are refused come back with all that was typed', async () => {
    const site = await openSite(await open())
    const { agreement, first, second } = await finished(site)
    const own = {
      ...second,
      choice: 'other',
      seen: '',
      reason: 'Därför.',
      span: '999-1000',
      ...style,
      comment: 'Så här',
    }
    const refused = await site.form(agreement, own).expect(409)
    expect(refused.text).toMatch(/role="alert">[^<]/)
    for (const typed of ['>\nDärför.</textarea>', '>\nSå här</textarea>', 'value="style/awkward" selected'])
      expect([typed, refused.text.includes(typed)]).toEqual([typed, true])
    const long = await site.form(agreement, { ...first, choice: 'a', seen: '', reason: 'x'.repeat(5001) }).expect(400)
    expect(long.text).toContain('x'.repeat(5001))
    expect(await decisions(site, agreement)).toEqual([null, null])
  })

  test('are decided by two at once: the second is told, keeps what they wrote, and may decide again', async () => {
    const site = await openSite(await open())
    const { agreement, first, bo } = await finished(site)
    await sentTo(site, agreement, { ...first, choice: 'a', seen: '', reason: 'Bos skäl' }, bo)
    const late = await site.form(agreement, { ...first, choice: 'b', seen: '', reason: 'Annas skäl' }).expect(409)
    expect(late.text).toContain('Somebody else has decided about this place meanwhile.')
    expect(late.text).toContain('>\nAnnas skäl</textarea>')
    expect(late.text).toContain('Bos skäl')
    const [held] = await decisions(site, agreement)
    expect(held).toMatchObject({ choice: 'a', person: 'Bo Ås' })
    await sentTo(site, agreement, { ...first, choice: 'b', seen: held?.id ?? '', reason: 'Annas skäl' })
    expect(await decisions(site, agreement)).toMatchObject([{ choice: 'b', comment: 'Annas skäl' }, null])
    const answers = await Promise.all([site.form(agreement, { ...first, choice: 'none', seen: '' }, bo), site.form(agreement, { ...first, choice: 'none', seen: held?.id ?? '' })]) // prettier-ignore
    expect(answers.map(({ status }) => status)).toEqual([409, 409])
  })

  test('of one who has opened theirs again are decided by nobody until it is finished; what was typed comes back', async () => {
    const site = await openSite(await open())
    const { agreement, first, bos, bo } = await finished(site)
    await sentTo(site, agreement, { ...first, choice: 'b', seen: '' })
    await sentTo(site, `${bos}/state`, { act: 'reopen' }, bo)
    const refused = await site.form(agreement, { ...first, choice: 'a', reason: 'Jag hann inte' }).expect(409)
    expect(refused.text).toContain('Jag hann inte')
    await sentTo(site, `${bos}/flags/${first.b}`, { ...style, severity: 'critical', version: '1' }, bo)
    await sentTo(site, `${bos}/state`, { act: 'finish' }, bo)
    expect(await decisions(site, agreement)).toMatchObject([{ choice: 'b', changed: true }, null])
    const page = (await site.get(agreement)).text
    expect(page).toContain('One of the flags has been changed since the decision.')
    expect(page).toContain('Not blind: Bo Ås could see what Anna Ek had marked')
    expect((await site.get(agreement.replace('agreement', 'annotations'))).text).toContain(
      'Not blind: could see Anna Ek',
    )
  })
})
