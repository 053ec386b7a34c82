import { xliff1 } from '../../src/formats/xliff1.ts'
import { xliff2 } from '../../src/formats/xliff2.ts'
import { bytesOf, readAs } from '../contracts/formats.ts'

const many = 6000

const files = (one: (number: number) => string): string => Array.from({ length: many }, (_, i) => one(i)).join('\n')

const inXliff1 = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">${files(
  i =>
    `<file original="f${i}" source-language="de" target-language="sv" datatype="x"><body><trans-unit id="1"><source>Es brennt.</source><target>Det <g id="1">brinner</g>.</target></trans-unit></body></file>`,
)}</xliff>`
const inXliff2 = `<xliff version="2.0" srcLang="de" trgLang="sv" xmlns="urn:oasis:names:tc:xliff:document:2.0">${files(
  i =>
    `<file id="f${i}"><unit id="1"><segment><source>Es brennt.</source><target>Det brinner.</target></segment></unit></file>`,
)}</xliff>`

/** Takes a minute where each of them looks through the whole. */
test.each([
  ['1.2', xliff1, inXliff1],
  ['2.0', xliff2, inXliff2],
])('XLIFF %s with thousands of <file> is read as fast as one', async (_, format, source) => {
  const { documents } = await readAs(format, bytesOf(source))
  expect([documents.length, documents.at(-1)?.text]).toEqual([many, 'Det brinner.'])
})
