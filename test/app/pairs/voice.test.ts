import fc from 'fast-check'
import { hear, ruleOf, tooWide, voiceOf, type Facts } from '../../../src/app/pairs/voice.ts'
import { Problem } from '../../../src/errors.ts'

const once: Omit<Facts, 'before' | 'after'> = {
  status: 'learned',
  corrections: 1,
  articles: 1,
  declined: 0,
  kept: 0,
  system: '',
  near: [],
}

/** `before → after`, and after a bar what is known otherwise than of one correction: `3 in 2`, `declined 1`, `kept 4`, `pinned`, `near x`. */
function facts(notation: string): Facts {
  const [pair = '', known = ''] = notation.split('|')
  const [before = '', after = ''] = pair.split('→').map(side => side.trim())
  const [, corrections, articles] = /(\d+) in (\d+)/.exec(known) ?? []
  const number = (name: string): number => Number(new RegExp(`${name} (\\d+)`).exec(known)?.[1] ?? 0)
  return {
    ...once,
    before,
    after,
    status: /pinned|retired/.exec(known)?.[0] ?? 'learned',
    corrections: Number(corrections ?? 1),
    articles: Number(articles ?? corrections ?? 1),
    declined: number('declined'),
    kept: number('kept'),
    near: /near (\S+)/.exec(known)?.slice(1) ?? [],
  }
}

describe('whether a pair is a rule by itself', () => {
  it.each([
    ['Lower Sachsen → Niedersachsen', 'low sac'],
    ['anbud → registreringar', 'anbud'],
    ['statspolispresidenten → delstatens polischef', 'statspol'],
    ['polis man → polisman', 'pol man'],
    ['ndr → NDR', 'ndr'],
    ['DetailsOrt →', 'details'],
  ])('%s, found by %s', (notation, anchor) => {
    const { before, after } = facts(notation)
    expect(ruleOf(before, after)).toEqual({ anchor, reason: null })
  })

  it.each([
    ['→ mycket', 'insertion'],
    [': → ;', 'signs'],
    ['EU: s → EU:s', 'signs'],
    ['Juni → juni', 'signs'],
    ['17 → 18', 'number'],
    ['3 miljoner → 3,5 miljoner', 'number'],
    ['och → men', 'common'],
    ['i den → i det', 'common'],
    ['inuti →', 'deletion'],
    [`${'betalningsjämförelser '.repeat(13)}→ x`, 'long'],
  ])('%s: not, %s', (notation, reason) => {
    const { before, after } = facts(notation)
    expect(ruleOf(before, after)).toEqual({ anchor: '', reason })
  })
})

describe('the voice of a pair', () => {
  it.each([
    // words that are hardly ever right: one correction is enough
    ['Lower Sachsen → Niedersachsen', 'everywhere', null],
    ['Deutschland → Tyskland', 'everywhere', null],
    ['könsspecifikt våld → könsrelaterat våld', 'everywhere', null],
    ['Lower Sachsen → Niedersachsen | 1 in 1, declined 1', 'nowhere', 'declined'],
    ['Lower Sachsen → Niedersachsen | 9 in 5, declined 1', 'everywhere', null],
    ['Lower Sachsen → Niedersachsen | 9 in 5, kept 8', 'everywhere', null],
    // ordinary ones: where the context is one that was corrected, until several articles agree
    ['anbud → registreringar', 'alike', null],
    ['anbud → registreringar | 5 in 1', 'alike', null],
    ['anbud → registreringar | 3 in 3', 'everywhere', null],
    ['anbud → registreringar | 3 in 3, kept 2', 'alike', null],
    ['anbud → registreringar | 1 in 1, kept 300', 'alike', null],
    ['anbud → registreringar | 1 in 1, declined 1', 'nowhere', 'declined'],
    ['nationell säkerhet → inre säkerhet', 'alike', null],
    // what a person has decided
    ['anbud → registreringar | near brott', 'near', null],
    ['anbud → registreringar | pinned, declined 9', 'everywhere', null],
    ['anbud → registreringar | pinned, near brott', 'near', null],
    ['inuti → | pinned', 'everywhere', null],
    ['Lower Sachsen → Niedersachsen | retired', 'nowhere', 'retired'],
    // what is no rule, or no longer stands
    ['och → men | 9 in 9', 'nowhere', 'common'],
    ['Lower Sachsen → Niedersachsen | 0 in 0', 'nowhere', 'gone'],
  ])('%s: %s', (notation, where, silent) => {
    expect(hear(facts(notation))).toMatchObject({ where, silent })
  })

  const known = fc.record({
    corrections: fc.integer({ min: 0, max: 50 }),
    articles: fc.integer({ min: 0, max: 50 }),
    declined: fc.integer({ min: 0, max: 20 }),
    kept: fc.integer({ min: 0, max: 400 }),
    status: fc.constantFrom('learned', 'pinned', 'retired'),
    near: fc.constantFrom([], ['brott']),
    before: fc.constantFrom('anbud', 'Lower Sachsen', 'polispersoner', 'och', 'nationell säkerhet'),
    more: fc.integer({ min: 1, max: 5 }),
  })

  it('never gets louder by being declined or left as it is, nor quieter by a correction in one more article', () => {
    fc.assert(
      fc.property(known, ({ more, ...rest }) => {
        const facts = { ...once, after: 'x', ...rest, articles: Math.min(rest.articles, rest.corrections) }
        const voice = voiceOf(facts)
        expect(voice).toBeGreaterThanOrEqual(0)
        expect(voice).toBeLessThanOrEqual(1000)
        expect(voiceOf({ ...facts, declined: facts.declined + more })).toBeLessThanOrEqual(voice)
        expect(voiceOf({ ...facts, kept: facts.kept + more })).toBeLessThanOrEqual(voice)
        const [corrections, articles] = [facts.corrections + more, facts.articles + more]
        expect(voiceOf({ ...facts, corrections, articles })).toBeGreaterThanOrEqual(voice)
      }),
      { numRuns: 1000 },
    )
  })

  it('is lost in the end, however often it was right, when it is declined again and again', () => {
    const facts = { ...once, before: 'Lower Sachsen', after: 'Niedersachsen', corrections: 40, articles: 40 }
    expect(voiceOf({ ...facts, declined: 20 })).toBe(0)
  })
})

describe('a rule that a person writes', () => {
  it.each(['anbud', 'i dag', 'hus', 'polisen', '112 polis'])('may be of %s', before => {
    expect(() => {
      tooWide(before)
    }).not.toThrow()
  })

  it.each([
    ['', 'rule-empty', undefined],
    [' ', 'rule-empty', undefined],
    ['...', 'rule-too-wide', 'wideSigns'],
    ['17', 'rule-too-wide', 'wideNumber'],
    ['s', 'rule-too-wide', 'wideLetter'],
    ['och', 'rule-too-wide', 'wideWord'],
    ['också', 'rule-too-wide', 'wideWord'],
    ['i den', 'rule-too-wide', 'wideWords'],
  ])('is refused for %j', (before, code, reason) => {
    let thrown: unknown
    try {
      tooWide(before)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(Problem)
    expect(thrown).toMatchObject({ code, values: reason === undefined ? {} : { reason } })
  })
})
