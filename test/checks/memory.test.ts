/** The check of the memory beside the others, and on texts that nobody writes. */
import type { Remembered } from '../../src/checks/wording.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { runChecks } from '../../src/checks/run.ts'

const lexicon = loadLexicon()

const rule = (before: string, after: string, more: Partial<Remembered> = {}): Remembered => ({
  id: before, variants: [before], preferred: after, confidence: 0.85, corrections: 1, articles: 1, declined: 0, by: 'Anna Ek',
  pinned: false, near: [], alike: null, ...more,
}) // prettier-ignore

const found = (text: string, ...memory: Remembered[]) =>
  runChecks(text, lexicon, { memory }).filter(({ about }) => about !== undefined)

it('is one finding with a check that says the same: the check’s, which is about the pair too', () => {
  const [finding, ...more] = found('Så är det i Lower Sachsen.', rule('Lower Sachsen', 'Niedersachsen'))
  expect(more).toEqual([])
  expect(finding).toMatchObject({ check: 'hybrid-name', about: 'Lower Sachsen', fixes: ['Niedersachsen'] })
  expect(finding?.message.sv).toMatch(/Har rättats till ”Niedersachsen” en gång i en artikel, senast av Anna Ek\.$/)
})

it('goes before a check that would write something else, and offers that too', () => {
  const [finding] = found('I går kom statspolispresidenten hit.', rule('statspolispresidenten', 'delstatens polischef'))
  expect(finding).toMatchObject({ check: 'memory', fixes: ['delstatens polischef', 'delstatspolischefen'] })
})

it('goes after a surer check, and is told and declined with it', () => {
  const unsure = rule('statspolispresidenten', 'delstatens polischef', { confidence: 0.5, declined: 1 })
  const [finding] = found('I går kom statspolispresidenten hit.', unsure)
  expect(finding).toMatchObject({ about: unsure.id, fixes: ['delstatspolischefen', 'delstatens polischef'] })
  expect(finding?.check).not.toBe('memory')
  expect(finding?.message.sv).toMatch(/Har rättats till ”delstatens polischef” en gång.* Avfärdat en gång\.$/)
})

it('says nothing where the text reads so already', () => {
  expect(found('De fick en delegation.', rule('delegation', 'en delegation'))).toEqual([])
  expect(found('NDR rapporterar.', rule('ndr', 'NDR'))).toEqual([])
})

it('tells how often it was declined', () => {
  const [finding] = found('Det är tullutredning.', rule('tullutredning', 'tullkriminal', { declined: 2 }))
  expect(finding?.message.sv).toMatch(/Avfärdat 2 gånger\.$/)
})

it('holds on a paragraph of 200,000 characters, with rules of every kind', () => {
  const text = 'Polisen fick 300 anbud i Lower Sachsen om stölder. '.repeat(4000)
  const around = { before: 'polisen fick ', after: ' om stölder' }
  const all = found(
    text,
    rule('anbud', 'registreringar', { alike: [around] }),
    rule('fick', 'har fått', { near: ['motorväg'] }),
    rule('stölder', 'tillgrepp', { near: ['polis'] }),
    rule('300', '3'),
  )
  expect(all.length).toBeGreaterThan(4000)
})
