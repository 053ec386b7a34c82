import type { FormatError } from '../../src/formats/fault.ts'
import { xliff2 } from '../../src/formats/xliff2.ts'
import { isFragment } from '../../src/formats/xliff2/valid/annotations.ts'
import { isLanguage } from '../../src/formats/xliff2/valid/schema.ts'
import { bytesOf, readAs } from '../contracts/formats.ts'

const root = (inner: string, attributes = 'srcLang="de" trgLang="sv"'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:my="urn:my" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" version="2.0" ${attributes}>${inner}</xliff>`
const file = (inner: string): string => root(`<file id="f">${inner}</file>`)
const unit = (inner: string): string => file(`<unit id="u">${inner}</unit>`)
const segment = (source: string, target?: string, before = ''): string =>
  unit(
    `${before}<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`,
  )
const data = '<originalData><data id="d">x</data></originalData>'
const locked = 'canCopy="no" canDelete="no"'

/** What becomes of a file: the fault and its detail, or what it is warned of. */
async function readingOf(source: string): Promise<string> {
  try {
    const { warnings } = await readAs(xliff2, bytesOf(source))
    return ['read', ...warnings.filter(({ code }) => code === 'standard').map(({ detail }) => detail)].join(': ')
  } catch (error) {
    const { fault, values } = error as FormatError
    return `${fault}: ${values.detail ?? ''}`
  }
}

describe('XLIFF 2 against the standard', () => {
  test.each([
    ['no file', root(''), 'missing: <file>'],
    ['two sources', unit('<segment><source/><source/></segment>'), 'invalid: <segment> has more than one <source>'],
    ['stray text', file('text<unit id="u"><segment><source/></segment></unit>'), 'invalid: text must not stand directly in <file>'],
    ['two targets', unit('<segment><source/><target/><target/></segment>'), 'invalid: <segment> has more than one <target>'],
    ['a text where none is looked for', unit('<source>a</source><target>b</target><segment><source/></segment>'), 'invalid: <source> must not stand in <unit>'],
    ['units of another version', file('<body><trans-unit id="1"><source/></trans-unit></body>'), 'invalid: <body> must not stand in <file>'],
    ['an order that is none', unit('<segment><source/><target order="first"/></segment>'), 'invalid: order="first" of <target> is no number from 1'],
    ['starts alike', segment('<sc id="1"/>a<sc id="1"/>b<ec startRef="1"/>'), 'invalid: the id "1" stands twice in <unit id="u">'],
    ['two ends of a start', segment('<sc id="1"/>a<ec startRef="1"/>b<ec startRef="1"/>'), 'invalid: <sc id="1"> has two ends'],
    ['orders alike', unit('<segment><source/><target order="2"/></segment><segment><source/><target/></segment>'), 'invalid: two targets of <unit id="u"> have the order 2'],
    ['an isolated start with an end', segment('<sc id="1" isolated="yes"/><ec startRef="1"/>'), 'invalid: <sc id="1"> is isolated, and has an end in its unit'],
    ['an isolated end that has a start', segment('<ec startRef="1" isolated="yes"/>'), 'invalid: <ec startRef="1"> is isolated, and has a start'],
  ])('%s is refused, with the reason', async (_, source, said) => {
    expect(await readingOf(source)).toBe(said)
  }) // prettier-ignore

  test.each([
    ['no unit', file(''), '<file id="f"> has no <unit>, line 1'],
    ['no segment', unit('<ignorable><source/></ignorable>'), '<unit id="u"> has no <segment>, line 1'],
    ['no source', unit('<segment><target/></segment>'), '<segment> has no <source>, line 1'],
    ['target first', unit('<segment><target/><source/></segment>'), '<source> must come earlier in <segment>, line 1'],
    ['notes last', unit('<segment><source/></segment><notes><note>x</note></notes>'), '<notes> must come earlier in <unit>, line 1'],
    ['a stray element', unit('<segment><source><note>x</note></source></segment>'), '<note> must not stand in <source>, line 1'],
    ['an extension in a text', segment('<my:a>b</my:a>'), '<my:a> must not stand in <source>, line 1'],
    ['a stray attribute', unit('<segment translate="no"><source/></segment>'), '<segment> must not have the attribute translate, line 1'],
    ['an id that is none', file('<unit id="a b"><segment><source/></segment></unit>'), 'id="a b" of <unit> is no NMTOKEN, line 1'],
    ['no id', file('<unit><segment><source/></segment></unit>'), 'attribute id of <unit> is missing, line 1'],
    ['no language', root('<file id="f"/>', ''), 'attribute srcLang of <xliff> is missing, line 1: <file id="f"> has no <unit>, line 1'],
    ['a language that is none', root('<file id="f"/>', 'srcLang="e"'), 'srcLang="e" of <xliff> is no language tag, line 1: <file id="f"> has no <unit>, line 1'],
    ['targets without language', root('<file id="f"><unit id="u"><segment><source/><target/></segment></unit></file>', 'srcLang="de"'), 'attribute trgLang of <xliff>, which has targets, is missing, line 1'],
    ['a source in another language', unit('<segment><source xml:lang="ja"/></segment>'), 'a <source> is in ja, <xliff> says de, line 1'],
    ['units alike', file('<unit id="u"><segment><source/></segment></unit>'.repeat(2)), 'the id "u" stands twice among the units of a file, line 1'],
    ['codes alike', segment('<ph id="1"/><ph id="1"/>'), 'the id "1" stands twice in <unit id="u">, line 1'],
    ['a code that is another in the target', segment('<ph id="1"/>', '<pc id="1"/>'), 'the id "1" is that of a <ph> in the source, and of a <pc> in the target, line 1'],
    ['an order too high', unit('<segment><source/><target order="3"/></segment>'), 'order="3" in a unit of 1 segments, line 1'],
    ['unknown data', segment('<ph id="1" dataRef="e"/>', undefined, data), 'dataRef="e" of <ph id="1"> is no data of its unit, line 1'],
    ['a copy of nothing', segment('<ph id="1" copyOf="2"/>'), 'copyOf="2" of <ph id="1"> is no code of its unit, line 1'],
    ['a copy with data', segment('<ph id="1" dataRef="d"/><ph id="2" copyOf="1"/>', undefined, data), '<ph id="2"> is a copy, and one of the two has original data, line 1'],
    ['a start without end', segment('<sc id="1"/>'), '<sc id="1"> has no end after it in its unit, line 1'],
    ['an end before its start', segment('<ec startRef="1"/><sc id="1"/>'), '<ec startRef="1"> has no start before it in its unit, line 1: <sc id="1"> has no end after it in its unit, line 1'],
    ['a start and an end that differ', segment('<sc id="1" canDelete="no"/><ec startRef="1"/>'), '<sc id="1"> has canDelete="no", its end canDelete="yes", line 1'],
    ['an annotation without end', segment('<sm id="1" translate="no"/>'), '<sm id="1"> has no end after it in its unit, line 1'],
    ['a fixed code that may be deleted', segment('<ph id="1" canReorder="firstNo"/>'), '<ph id="1"> may not be reordered, and may be copied or deleted, line 1'],
    ['a sequence without beginning', segment(`<ph id="1" canReorder="no" ${locked}/>`), '<ph id="1"> goes on a sequence that must keep its order, and stands behind none of it, line 1'],
    ['a reordered sequence', segment(['firstNo', 'no', 'no'].map((order, i) => `<ph id="${i}" canReorder="${order}" ${locked}/>`).join(''), ['firstNo', 'no', 'no'].map((order, i) => `<ph id="${[0, 2, 1][i]}" canReorder="${order}" ${locked}/>`).join('')), '<ph id="1"> stands in the target behind another code than in the source, line 1: <ph id="2"> stands in the target behind another code than in the source, line 1'],
    ['a comment on no note', segment('<mrk id="1" type="comment" ref="#n=1">a</mrk>'), 'ref="#n=1" of a comment, <mrk id="1">, is no note of its unit, line 1'],
    ['a reference that is none', segment('<mrk id="1" type="my:a" ref="#u=u/f=f">a</mrk>'), 'ref="#u=u/f=f" of <mrk id="1"> is no fragment identifier, line 1'],
    ['a segment and a code alike', unit('<segment id="1"><source><ph id="1"/></source></segment>'), 'the id "1" stands twice in <unit id="u">, line 1'],
    ['extensions alike', segment('a', undefined, '<my:a id="1"/><my:b id="1"/>'), 'the id "1" stands twice in the extensions of <unit id="u">, line 1'],
    ['attributes of another version', file('<unit id="u" approved="yes"><segment state="finale"><source/><target/></segment></unit>'), '<unit> must not have the attribute approved, line 1: state="finale" of <segment> is none of initial, translated, reviewed, final, line 1'],
    ['a translate that is none', file('<unit id="u" translate="test"><segment><source/></segment></unit>'), 'translate="test" of <unit> is neither yes nor no, line 1'],
    ['an empty language', root('<file id="f"><unit id="u"><segment><source/><target/></segment></unit></file>', 'srcLang="de" trgLang=""'), 'trgLang="" of <xliff> is no language tag, line 1'],
    ['a version that is none', root('<file id="f"><unit id="u"><segment><source/></segment></unit></file>').replace('version="2.0"', 'version="two"'), 'version="two" of <xliff> is none of 2.0, 2.1, 2.2, line 1'],
    ['an extension attribute', segment('<pc id="1" my:a="b">c</pc>'), '<pc> must not have the attribute my:a, line 1'],
    ['an unknown type', segment('<pc id="1" type="bold">c</pc>'), 'type="bold" of <pc> is none of fmt, ui, quote, link, image, other, line 1'],
    ['a sub-type alone', segment('<pc id="1" subType="xlf:b">c</pc>'), '<pc id="1"> has a subType and no type, line 1'],
    ['empty notes', segment('a', undefined, '<notes/>'), '<notes> is empty, line 1'],
    ['a skeleton of nothing', file('<skeleton/><unit id="u"><segment><source/></segment></unit>'), '<skeleton> has either href or content, line 1'],
    ['an underscore in a language', root('<file id="f"><unit id="u"><segment><source/></segment></unit></file>', 'srcLang="de_DE"'), 'srcLang="de_DE" of <xliff> is no language tag, line 1'],
    ['a character that needs no code', segment('<cp hex="00e5"/>'), '<cp> stands for U+00E5, which XML can write, line 1'],
    ['a lost code', segment('<ph id="1" canDelete="no"/>', 'a'), '<ph id="1"> must not be deleted, and is not in the target, line 1'],
    ['a final segment without target', unit('<segment state="final"><source/></segment>'), '<segment> is final, and has no target, line 1'],
  ])('%s harms nobody: it is read, and told', async (_, source, said) => {
    expect(await readingOf(source)).toBe(`read: ${said}`)
  }) // prettier-ignore

  test.each([
    ['ends of a segment that is not translated yet', unit('<segment><source><sc id="1"/></source><target><sc id="1"/></target></segment><segment><source><ec startRef="1"/></source></segment>'), 'read: <sc id="1"> has no end after it in its unit, line 1'],
    ['a pair that is two halves in the target', segment('<pc id="1">a</pc>', '<sc id="1"/>a<ec startRef="1"/>'), 'read'],
    ['a comment with the way to a note of its unit', segment('<mrk id="m" type="comment" ref="#f=f/u=u/n=1">a</mrk>', undefined, '<notes><note id="1">x</note></notes>'), 'read'],
    ['modules and extensions where they may stand', file('<my:a id="1"><unit/></my:a><unit id="u" my:b="c"><segment><source><pc id="1" fs:fs="b">a</pc></source></segment></unit>'), 'read'],
    ['a region of the language', unit('<segment><source xml:lang="de-AT"/><target xml:lang="sv-FI"/></segment>'), 'read'],
    ['a sequence in a pair', segment(`<pc id="1" canReorder="firstNo" ${locked}><mrk id="m" type="term">a</mrk><ph id="2" canReorder="no" ${locked}/></pc>`), 'read'],
  ])('%s are no fault', async (_, source, said) => {
    expect(await readingOf(source)).toBe(said)
  }) // prettier-ignore

  test('of much that is wrong some of each kind is told, and how much more there is', async () => {
    const many = '<unit id="a b"><segment state="done"><source/></segment></unit>'.repeat(5)
    const told = (await readingOf(file(many))).split(': ')
    expect(told.filter(said => said.startsWith('id='))).toHaveLength(3)
    expect(told.filter(said => said.startsWith('state='))).toHaveLength(3)
    expect(told.at(-1)).toMatch(/^\d+ more places$/)
  })

  test.each(['sv', 'sv-SE', 'zh-Hant-TW', 'de-CH-1996', 'x-klingon', 'i-klingon', 'en-x-a', 'sl-rozaj-biske'])('%s is a language', tag => {
    expect(isLanguage(tag)).toBe(true)
  }) // prettier-ignore
  test.each(['e', 'sv_SE', 'svenska språket', '', 'sv-', '12', 'english-language-tag-'])('“%s” is none', tag => {
    expect(isLanguage(tag)).toBe(false)
  })
  test.each(['#m1', '#n=1', '#/f=f1/u=1/n=1', '#f=f1/g=1/u=2/d=3', '#u=1/my=id', '#t=1'])('%s is a fragment identifier', reference => {
    expect(isFragment(reference)).toBe(true)
  }) // prettier-ignore
  test.each(['#n/n1', '#u=1/f=1', '#d=1/u=1', '#r$d=1', '#', '#n=', '#n=a=b', '#f=1/f=2'])('%s is none', reference => {
    expect(isFragment(reference)).toBe(false)
  })
})
