import { readFile } from '../../src/app/imports/read-file.ts'
import { importTerms } from '../../src/app/terms/import-terms.ts'
import { settleCorrections } from '../../src/app/corrections/settle-corrections.ts'
import type { TermView } from '../../src/wire/term.ts'
import { forEachStore } from '../contracts/stores.ts'
import { fieldOf, openSite, type Site } from './site.ts'

const form = {
  preferred: 'förskola',
  variants: 'daghem\r\ndagis\r\n',
  partOfSpeech: 'noun',
  inflection: 'förskola, förskolan, förskolor, förskolorna',
  domain: 'skola',
  note: '',
  status: 'approved',
  category: 'terminology/wrong-term',
  severity: 'minor',
}

forEachStore('the pages of terms', open => {
  const termsOf = async (site: Site): Promise<readonly TermView[]> =>
    ((await site.json('/terms')).body as { items: TermView[] }).items

  it('a term is added, shown, edited, declined and approved by forms alone', async () => {
    const site = await openSite(await open())
    expect((await site.get('/terms')).text).toContain('There are no terms yet.')
    const blank = await site.get('/terms/new?preferred=podd&variant=ljudblogg')
    expect([fieldOf(blank.text, 'preferred'), blank.text.includes('\nljudblogg')]).toEqual(['', true])
    const added = await site.form('/terms', form)
    expect(added.status).toBe(303)
    const address = added.headers['location'] as string
    const shown = await site.get(address)
    expect(shown.text).toContain('Anna Ek added the term')
    expect(shown.text).toMatch(/\/batches\/new\?kind=term&amp;about=\w{16}&amp;before=daghem&amp;after=f%C3%B6rskola/)
    expect(await termsOf(site)).toMatchObject([
      { ...form, variants: ['daghem', 'dagis'], inflection: ['förskola', 'förskolan', 'förskolor', 'förskolorna'] },
    ])
    const version = fieldOf(shown.text, 'version')
    expect((await site.form(address, { ...form, variants: 'daghem', version })).status).toBe(303)
    expect((await site.get(address)).text).toMatch(/<del>daghem, dagis<\/del><ins>daghem<\/ins>/)
    expect((await site.form(`${address}/status`, { status: 'declined' })).headers['location']).toBe(address)
    expect((await site.get(address)).text).toContain('Approve förskola')
    await site.form(`${address}/status`, { status: 'approved' })
    expect(await termsOf(site)).toMatchObject([{ status: 'approved', version: 4 }])
  })

  it('what is refused comes back as it was typed, with the other term one step away', async () => {
    const site = await openSite(await open())
    const first = (await site.form('/terms', form)).headers['location'] as string
    const twice = await site.form('/terms', { ...form, note: 'en <b>egen</b> tanke' })
    expect(twice.status).toBe(409)
    expect(twice.text).toContain(`<a href="${first}">Show the other term</a>`)
    expect(twice.text).toContain('en &lt;b&gt;egen&lt;/b&gt; tanke')
    const wide = await site.form('/terms', { ...form, preferred: 'jämte', variants: 'och' })
    expect([wide.status, /would match almost everything/.test(wide.text)]).toEqual([400, true])
    const nameless = await site.form('/terms', form, 'rp_language=en')
    expect([nameless.status, nameless.text.includes('dagis')]).toEqual([403, true])
    // somebody else was first
    await site.form(first, { ...form, note: 'Bos ord', version: '1' }, `rp_person=${site.bo.id}; rp_language=en`)
    const late = await site.form(first, { ...form, note: 'Annas ord', version: '1' })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Bo Ås has changed the term[^]*Note:<\/span> Bos ord/)
    expect([late.text.includes('\nAnnas ord'), fieldOf(late.text, 'version')]).toEqual([true, '2'])
    await site.form(first, { ...form, note: 'Annas ord', version: fieldOf(late.text, 'version') })
    expect(await termsOf(site)).toMatchObject([{ note: 'Annas ord', version: 3 }])
  })

  it('programs write and read JSON, and are refused with a code', async () => {
    const site = await openSite(await open())
    const send = (path: string, body: object) =>
      site.bare.post(path).set('Cookie', site.cookie).set('Sec-Fetch-Site', 'same-origin').send(body)
    const { status, body } = await send('/terms', { preferred: 'Niedersachsen', variants: ['Lower Sachsen'] })
    const term = body as TermView
    expect([status, term]).toMatchObject([201, { version: 1, partOfSpeech: 'other', status: 'approved' }])
    await send(`/terms/${term.id}`, { note: 'delstat' })
    const story = (await site.json(`/terms/${term.id}`)).body as object
    expect(story).toMatchObject({ term: { variants: ['Lower Sachsen'], note: 'delstat' }, accepted: 0, dismissed: 0 })
    const codes = [
      await send(`/terms/${term.id}`, { note: 'x', version: 1 }),
      await send('/terms', { variants: ['x'] }),
      await send('/terms', { preferred: 'a1', severity: 'grave' }),
      await send(`/terms/${term.id}/status`, { status: 'proposed' }),
      await send('/terms/proposals', { pair: '0'.repeat(16), preferred: 'a', variant: 'b', status: 'approved' }),
      await send('/terms/import', { csv: 'a;b\n"c' }),
      await site.json(`/terms/${'0'.repeat(16)}`),
      await site.json('/terms/none'),
      await site.json('/terms?after=x'),
    ].map(answer => [answer.status, (answer.body as { error?: { code: string } }).error?.code])
    expect(codes).toEqual([
      [409, 'term-misfit'], [400, 'field-invalid'], [400, 'field-invalid'], [400, 'field-invalid'], [404, 'pair-unknown'],
      [400, 'terms-malformed'], [404, 'term-unknown'], [404, 'term-unknown'], [400, 'field-invalid'],
    ]) // prettier-ignore
  })

  it('a file is looked through, then taken in; given out, it is a file', async () => {
    const site = await openSite(await open())
    const csv =
      'preferred,variants\nNiedersachsen,Lower Sachsen\n"två\nrader",xyz\nförskola,"dag, hem"\nförskola,dagis\n'
    const upload = await site.bare
      .post('/terms/import')
      .set('Accept', 'text/html')
      .set('Cookie', site.cookie)
      .set('Sec-Fetch-Site', 'same-origin')
      .attach('files', Buffer.from(csv), 'termer.csv')
    expect(upload.status).toBe(200)
    expect(upload.text).toMatch(/3 new[^]*1 line that cannot be taken in[^]*Line 6[^]*an earlier line already/)
    expect(await termsOf(site)).toEqual([])
    const stamp = fieldOf(upload.text, 'stamp')
    const unescaped = /name="csv" value="([^"]*)"/.exec(upload.text)?.[1]?.replaceAll('&#34;', '"') ?? ''
    expect(unescaped).toBe(csv)
    // the termbase has changed since
    await importTerms(site.deps, { person: site.bo, stamp: '' }, 'a1,b1')
    const moved = await site.form('/terms/import', { csv: unescaped, stamp, apply: '1' })
    expect([moved.status, moved.text.includes('has changed since the preview')]).toEqual([409, true])
    const done = await site.form('/terms/import', { csv: unescaped, stamp: fieldOf(moved.text, 'stamp'), apply: '1' })
    expect(done.status).toBe(303)
    expect((await termsOf(site)).map(({ preferred }) => preferred)).toEqual([
      'a1',
      'förskola',
      'Niedersachsen',
      'två rader',
    ])
    const file = await site.get('/terms/export?search=dag')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.headers['content-disposition']).toContain('termer.csv')
    expect(file.text).toBe(
      '\ufeffpreferred,variants,part_of_speech,inflection,domain,note,status,category,severity\r\n' +
        'förskola,"dag, hem",other,,,,approved,terminology/inconsistent-with-resource,major\r\n',
    )
    const tbx = await site.get('/terms/export?search=dag&format=tbx')
    expect(tbx.headers['content-disposition']).toContain('termer.tbx')
    const { terms } = await readFile({ name: 'termer.tbx', bytes: Buffer.from(tbx.text || (tbx.body as Buffer)) }).then(
      ({ reading }) => reading,
    )
    expect(terms).toMatchObject([{ preferred: 'förskola', variants: ['dag, hem'] }])
    expect((await site.get('/terms/export?format=xls')).status).toBe(400)
    const bad = await site.form('/terms/import', { csv: 'preferred,x\na,b' })
    expect([bad.status, bad.text.includes('Line 1: the columns preferred and variants are missing.')]).toEqual([
      400,
      true,
    ])
    expect(bad.text).toContain('\npreferred,x\na,b</textarea>')
  })

  it('what was corrected again and again is proposed, with its evidence, and decided on in one press', async () => {
    const site = await openSite(await open())
    for (const n of [1, 2, 3]) {
      const offers = ['', ' Nya anbud kom. Fler anbud väntas.', ' De anbud som finns räcker.', ''][n] ?? ''
      const text = `I Lower Sachsen nr ${n}. Hos Lower Sachsens polis nr ${n}. En statspolispresident. Den ordningen ${n}.${offers}`
      const { translationId } = await site.bring({ text })
      const better = text
        .replaceAll('Lower Sachsen', 'Niedersachsen')
        .replace('statspolispresident', 'rikspolischef')
        .replaceAll('anbud', 'registreringar')
      await site.save(site.anna, translationId, n === 3 ? better.replace('rikspolischef', 'polischef') : better)
    }
    await settleCorrections(site.deps)
    const list = await site.get('/terms')
    // one proposal of both forms; what became this and that is none, nor is an ordinary word that may be right elsewhere
    expect(list.text.match(/class="proposal"/g)).toHaveLength(1)
    expect(list.text).toMatch(/Lower Sachsen<\/del>[^]*Niedersachsen<\/ins>[^]*6 corrections in 3 articles/)
    const pair = fieldOf(list.text, 'pair')
    const proposal = { pair, preferred: 'Niedersachsen', variant: 'Lower Sachsen', back: '/terms' }
    const declined = await site.form('/terms/proposals', { ...proposal, status: 'declined' })
    expect(declined.headers['location']).toBe('/terms')
    expect((await site.get('/terms')).text).not.toContain('class="proposal"')
    const [term] = await termsOf(site)
    expect(term).toMatchObject({ status: 'declined', variants: ['Lower Sachsen'] })
    expect((await site.get(`/terms/${term?.id ?? ''}`)).text).toContain(`/corrections/${pair}`)
  })
})
