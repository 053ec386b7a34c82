/** How far XLIFF says that its segments had come, and programs in attributes of their own. */
import { xliff1 } from '../../src/formats/xliff1.ts'
import { xliff2 } from '../../src/formats/xliff2.ts'
import { fixturesOf } from '../contracts/fixtures.ts'
import { bytesOf, readAs } from '../contracts/formats.ts'

const older = (unit: string, target: string): string =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0"><file original="a" source-language="en" target-language="sv" datatype="x"><body>
<trans-unit id="1"${unit}><source>Fire</source><target${target}>Eld</target></trans-unit></body></file></xliff>`
const newer = (segment: string): string =>
  `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="sv"><file id="f"><unit id="u"><segment${segment}><source>Fire</source><target>Eld</target></segment></unit></file></xliff>`

const statesOf = async (format: typeof xliff1 | typeof xliff2, content: string | Uint8Array) =>
  (await readAs(format, typeof content === 'string' ? bytesOf(content) : content)).documents[0]?.states

test.each([
  ['', ' state="new"', 'open', 'new'],
  ['', ' state="needs-translation" state-qualifier="leveraged-mt"', 'open', 'needs-translation, leveraged-mt'],
  ['', ' state="needs-review-translation"', 'review', 'needs-review-translation'],
  ['', ' state="needs-l10n"', 'review', 'needs-l10n'],
  ['', ' state="translated" state-qualifier="exact-match"', 'translated', 'translated, exact-match'],
  ['', ' state="translated" state-qualifier="rejected-grammar"', 'rejected', 'translated, rejected-grammar'],
  ['', ' state="signed-off"', 'approved', 'signed-off'],
  [' approved="no"', ' state="final"', 'approved', 'final'],
  [' approved="yes"', '', 'approved', 'approved="yes"'],
  [' approved="yes"', ' state="translated"', 'approved', 'translated, approved="yes"'],
  // there is work to do, whoever has approved it
  [' approved="yes"', ' state="needs-review-translation"', 'review', 'needs-review-translation, approved="yes"'],
  ['', ' state="x-waiting"', 'other', 'x-waiting'],
  [' mq:status="ManuallyConfirmed"', '', 'translated', 'ManuallyConfirmed'],
  [' mq:status="Rejected"', ' state="final"', 'rejected', 'Rejected'],
  [' m:confirmed="1" m:trans-origin="mt"', '', 'translated', 'confirmed="1"'],
  [' m:confirmed="0" m:trans-origin="mt"', '', 'open', 'confirmed="0", mt'],
])('XLIFF 1.2 with%s%s is %s', async (unit, target, stage, said) => {
  expect(await statesOf(xliff1, older(unit, target))).toEqual([{ stage, said, locked: false }])
})

test.each([
  [' state="initial"', 'open', 'initial'],
  [' state="translated" subState="my:draft"', 'translated', 'translated, my:draft'],
  [' state="reviewed"', 'reviewed', 'reviewed'],
  [' state="final"', 'approved', 'final'],
])('XLIFF 2 with%s is %s', async (segment, stage, said) => {
  expect(await statesOf(xliff2, newer(segment))).toEqual([{ stage, said, locked: false }])
})

test('a file that says nothing, or only that nothing is approved, has no states', async () => {
  expect(await statesOf(xliff1, older('', ''))).toEqual([])
  expect(await statesOf(xliff1, older(' approved="no"', ''))).toEqual([])
  expect(await statesOf(xliff2, newer(''))).toEqual([])
})

test('Studio says it of each segment, and what is locked', async () => {
  const studio = Buffer.from(fixturesOf('xliff1')('studio.sdlxliff')).toString().replace('conf="Draft"', 'conf="ApprovedSignOff" locked="true"') // prettier-ignore
  expect(await statesOf(xliff1, bytesOf(studio))).toEqual([
    { stage: 'translated', said: 'Translated, mt', locked: false },
    { stage: 'approved', said: 'ApprovedSignOff, interactive', locked: true },
    null,
  ])
  expect(await statesOf(xliff1, older(' mq:status="Proofread" mq:locked="locked"', ''))).toEqual([
    { stage: 'reviewed', said: 'Proofread', locked: true },
  ])
})

test('a file that is approved as a whole is told of; one with a segment that is not, is not', async () => {
  const told = async (content: string) => (await readAs(xliff1, bytesOf(content))).warnings
  expect(await told(older(' approved="yes"', ''))).toEqual([{ code: 'all-approved', n: 1 }])
  const two = (state: string): string => older('', ' state="final"').replace('</body>', `<trans-unit id="2"><source>Ash</source><target state="${state}">Aska</target></trans-unit></body>`) // prettier-ignore
  expect(await told(two('signed-off'))).toEqual([{ code: 'all-approved', n: 2 }])
  expect(await told(two('translated'))).toEqual([])
})
