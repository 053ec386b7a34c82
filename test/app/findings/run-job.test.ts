import { runJob } from '../../../src/app/findings/run-job.ts'
import { checks } from '../../../src/checks/index.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import type { Lexicon } from '../../../src/checks/lexicon/lexicon.ts'

const lexicon = loadLexicon()
const text = 'Förslaget ska öka medborgarnas säkerhet: inuti. Han höll tal vid ett -dagsmötet.'

describe('a job', () => {
  it('is run by all checks, by some, or without some', () => {
    const by = (more: object) => runJob({ text, ...more }, lexicon).findings.map(({ check }) => check)
    expect(by({})).toEqual(expect.arrayContaining(['gender-colon', 'lost-number']))
    expect(by({ only: ['gender-colon'] })).toEqual(['gender-colon'])
    expect(by({ skip: ['gender-colon'] })).not.toContain('gender-colon')
  })

  it('tells the first of the findings, where it is asked for so many', () => {
    const all = runJob({ text }, lexicon).findings
    expect(all.length).toBeGreaterThan(1)
    expect(runJob({ text, most: 1 }, lexicon).findings).toEqual(all.slice(0, 1))
  })

  it('is done by the others where a check breaks down, which is told', () => {
    // whatever looks a word up fails; what looks at signs alone does not
    const broken = new Proxy({} as Lexicon, {
      get: () => {
        throw new Error('no dictionary')
      },
    })
    const { findings, failures } = runJob({ text: `${text} &amp;`, only: checks.map(({ id }) => id) }, broken)
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.every(({ why }) => why.includes('no dictionary'))).toBe(true)
    expect(findings.map(({ check }) => check)).toContain('html-entity')
  })
})
