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
    ['no unit', file(''), 'missing: <unit> in <file id="f">'],
    ['no segment', unit('<ignorable><source/></ignorable>'), 'missing: <segment> in <unit id="u">'],
    ['no source', unit('<segment><target/></segment>'), 'missing: <source> in <segment>'],
    ['two sources', unit('<segment><source/><source/></segment>'), 'invalid: <segment> has more than one <source>'],
    ['target first', unit('<segment><target/><source/></segment>'), 'invalid: <source> must come earlier in <segment>'],
    ['notes last', unit('<segment><source/></segment><notes><note>x</note></notes>'), 'invalid: <notes> must come earlier in <unit>'],
    ['a stray element', unit('<segment><source><note>x</note></source></segment>'), 'invalid: <note> must not stand in <source>'],
    ['an extension in a text', segment('<my:a>b</my:a>'), 'invalid: <my:a> must not stand in <source>'],
    ['stray text', file('text<unit id="u"><segment><source/></segment></unit>'), 'invalid: text must not stand directly in <file>'],
    ['a stray attribute', unit('<segment translate="no"><source/></segment>'), 'invalid: <segment> must not have the attribute translate'],
    ['an id that is none', file('<unit id="a b"><segment><source/></segment></unit>'), 'invalid: id="a b" of <unit> is no NMTOKEN'],
    ['no id', file('<unit><segment><source/></segment></unit>'), 'missing: attribute id of <unit>'],
    ['no language', root('<file id="f"/>', ''), 'missing: attribute srcLang of <xliff>'],
    ['a language that is none', root('<file id="f"/>', 'srcLang="e"'), 'invalid: srcLang="e" of <xliff> is no language tag'],
    ['targets without language', root('<file id="f"><unit id="u"><segment><source/><target/></segment></unit></file>', 'srcLang="de"'), 'missing: attribute trgLang of <xliff>, which has targets,'],
    ['a source in another language', unit('<segment><source xml:lang="ja"/></segment>'), 'invalid: a <source> is in ja, <xliff> says de'],
    ['units alike', file('<unit id="u"><segment><source/></segment></unit>'.repeat(2)), 'invalid: the id u stands twice among the units of a file'],
    ['codes alike', segment('<ph id="1"/><ph id="1"/>'), 'invalid: the id 1 stands twice in <unit id="u">'],
    ['a code that is another in the target', segment('<ph id="1"/>', '<pc id="1"/>'), 'invalid: the id 1 is that of a <ph> in the source, and of a <pc> in the target'],
    ['orders alike', unit('<segment><source/><target order="2"/></segment><segment><source/><target/></segment>'), 'invalid: two targets of <unit id="u"> have the order 2'],
    ['an order too high', unit('<segment><source/><target order="3"/></segment>'), 'invalid: order="3" in a unit of 1 segments'],
    ['unknown data', segment('<ph id="1" dataRef="e"/>', undefined, data), 'invalid: dataRef="e" of <ph id="1"> is no data of its unit'],
    ['a copy of nothing', segment('<ph id="1" copyOf="2"/>'), 'invalid: copyOf="2" of <ph id="1"> is no code of its unit'],
    ['a copy with data', segment('<ph id="1" dataRef="d"/><ph id="2" copyOf="1"/>', undefined, data), 'invalid: <ph id="2"> is a copy, and one of the two has original data'],
    ['a start without end', segment('<sc id="1"/>'), 'invalid: <sc id="1"> has no end after it in its unit'],
    ['an end before its start', segment('<ec startRef="1"/><sc id="1"/>'), 'invalid: <ec startRef="1"> has no start before it in its unit'],
    ['an isolated start with an end', segment('<sc id="1" isolated="yes"/><ec startRef="1"/>'), 'invalid: <sc id="1"> is isolated, and has an end in its unit'],
    ['an isolated end without id', segment('<ec startRef="1" isolated="yes"/>'), 'invalid: an isolated <ec> has an id and no startRef, any other a startRef and no id'],
    ['a start and an end that differ', segment('<sc id="1" canDelete="no"/><ec startRef="1"/>'), 'invalid: <sc id="1"> has canDelete="no", its end canDelete="yes"'],
    ['an annotation without end', segment('<sm id="1" translate="no"/>'), 'invalid: <sm id="1"> has no end after it in its unit'],
    ['a fixed code that may be deleted', segment('<ph id="1" canReorder="firstNo"/>'), 'invalid: <ph id="1"> may not be reordered, and may be copied or deleted'],
    ['a sequence without beginning', segment(`<ph id="1" canReorder="no" ${locked}/>`), 'invalid: <ph id="1"> goes on a sequence that must keep its order, and stands behind none of it'],
    ['a reordered sequence', segment(['firstNo', 'no', 'no'].map((order, i) => `<ph id="${i}" canReorder="${order}" ${locked}/>`).join(''), ['firstNo', 'no', 'no'].map((order, i) => `<ph id="${[0, 2, 1][i]}" canReorder="${order}" ${locked}/>`).join('')), 'invalid: <ph id="1"> stands in the target behind another code than in the source'],
    ['a comment on no note', segment('<mrk id="1" type="comment" ref="#n=1">a</mrk>'), 'invalid: ref="#n=1" of a comment, <mrk id="1">, is no note of its unit'],
    ['a reference that is none', segment('<mrk id="1" type="my:a" ref="#u=u/f=f">a</mrk>'), 'invalid: ref="#u=u/f=f" of <mrk id="1"> is no fragment identifier'],
  ])('%s is refused, with the reason', async (_, source, said) => {
    expect(await readingOf(source)).toBe(said)
  }) // prettier-ignore

  test.each([
    ['an extension attribute', segment('<pc id="1" my:a="b">c</pc>'), '<pc> must not have the attribute my:a, line 1'],
    ['an unknown type', segment('<pc id="1" type="bold">c</pc>'), 'type="bold" of <pc> is none of fmt, ui, quote, link, image, other, line 1'],
    ['a sub-type alone', segment('<pc id="1" subType="xlf:b">c</pc>'), '<pc id="1"> has a subType and no type, line 1'],
    ['empty notes', segment('a', undefined, '<notes/>'), '<notes> is empty, line 1'],
    ['a skeleton of nothing', file('<skeleton/><unit id="u"><segment><source/></segment></unit>'), '<skeleton> has either href or content, line 1'],
    ['an underscore in a language', root('<file id="f"><unit id="u"><segment><source/></segment></unit></file>', 'srcLang="de_DE"'), 'srcLang="de_DE" of <xliff> is no language tag, line 1'],
    ['a character that needs no code', segment('<cp hex="00e5"/>'), '<cp> stands for U+00E5, which XML can write, line 1'],
    ['a segment and a code alike', unit('<segment id="1"><source><ph id="1"/></source></segment>'), 'the id 1 stands twice in <unit id="u">, line 1'],
    ['a lost code', segment('<ph id="1" canDelete="no"/>', 'a'), '<ph id="1"> must not be deleted, and is not in the target, line 1'],
    ['extensions alike', segment('a', undefined, '<my:a id="1"/><my:b id="1"/>'), 'the id 1 stands twice in the extensions of <unit id="u">, line 1'],
    ['a final segment without target', unit('<segment state="final"><source/></segment>'), '<segment> is final, and has no target, line 1'],
  ])('%s harms nobody: it is read, and told', async (_, source, said) => {
    expect(await readingOf(source)).toBe(`read: ${said}`)
  }) // prettier-ignore

  test.each([
    ['ends of a segment that is not translated yet', unit('<segment><source><sc id="1"/></source><target><sc id="1"/></target></segment><segment><source><ec startRef="1"/></source></segment>'), 'read: <sc id="1"> has no end after it in its unit, line 1'],
    ['modules and extensions where they may stand', file('<my:a id="1"><unit/></my:a><unit id="u" my:b="c"><segment><source><pc id="1" fs:fs="b">a</pc></source></segment></unit>'), 'read'],
    ['a region of the language', unit('<segment><source xml:lang="de-AT"/><target xml:lang="sv-FI"/></segment>'), 'read'],
    ['a sequence in a pair', segment(`<pc id="1" canReorder="firstNo" ${locked}><mrk id="m" type="term">a</mrk><ph id="2" canReorder="no" ${locked}/></pc>`), 'read'],
  ])('%s are no fault', async (_, source, said) => {
    expect(await readingOf(source)).toBe(said)
  }) // prettier-ignore

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
