import fc from 'fast-check'
import { contentDisposition, fileName, slug } from '../../src/formats/file-name.ts'

const same = { numRuns: 1000, seed: 20250617 }
const any = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'aÅö" \n/\\.:*?<>|%~-\u202e\0é👩\u200d🚒CON1') }),
  fc.string({ unit: 'binary', minLength: 300, maxLength: 400 }),
)

describe('a file name in the article’s own words', () => {
  test.each([
    ['its words, with å ä ö', 'Räddning på Öland', 'Räddning på Öland.txt', 'Raddning pa Oland.txt'],
    ['decomposed letters are composed', 'A\u030ar', 'År.txt', 'Ar.txt'],
    ['quotation marks', '”Nej” sa "hon" – ’ja’', '”Nej” sa hon – ’ja’.txt', "Nej sa hon - 'ja'.txt"],
    ['line breaks and tabs are spaces', 'En\r\nrubrik\ti\u2028delar', 'En rubrik i delar.txt', 'En rubrik i delar.txt'],
    ['no slash, colon or star', 'LKA: 1/2 * a\\b?', 'LKA 1-2 a-b.txt', 'LKA 1-2 a-b.txt'],
    ['no way out of the folder', '../../etc/passwd', 'etc-passwd.txt', 'etc-passwd.txt'],
    ['neither hidden nor an option', '.-~rf', 'rf.txt', 'rf.txt'],
    ['no bidi control: the extension is where it seems to be', 'a\u202etxt.exe', 'atxt.exe.txt', 'atxt.exe.txt'],
    ['no points and spaces at the end', 'Slut… . . ', 'Slut….txt', 'Slut.txt'],
    ['no device of Windows', 'con', '_con.txt', '_con.txt'],
    ['not even with an extension', 'LPT1.arkiv', '_LPT1.arkiv.txt', '_LPT1.arkiv.txt'],
    ['a title of nothing', '?:\n', 'artikel.txt', 'artikel.txt'],
    ['a title without a letter of ASCII', '日本', '日本.txt', 'artikel.txt'],
    ['no percent sign for what decodes it', '50 %', '50 %.txt', '50.txt'],
  ])('%s', (_, title, utf8, ascii) => expect(fileName(title, 'txt')).toEqual({ utf8, ascii }))

  test('300 characters are cut at a word', () => {
    const { utf8 } = fileName('Åklagaren överklagade domen '.repeat(11), 'md')
    expect(utf8).toMatch(/ (Åklagaren|överklagade|domen)\.md$/)
    expect(Buffer.byteLength(utf8)).toBeLessThanOrEqual(120)
  })

  test('an emoji of several characters is whole or gone', () => {
    const { utf8 } = fileName('👩‍🚒'.repeat(50), 'txt')
    expect(utf8.replace('.txt', '')).toMatch(/^(?:👩🚒)+$/u)
  })

  test('of any title: short, one line, harmless everywhere', () => {
    fc.assert(
      fc.property(any, title => {
        const { ascii, utf8 } = fileName(title, 'html')
        for (const name of [ascii, utf8]) {
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(121)
          expect(name.isWellFormed()).toBe(true)
          expect(name).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|]+\.html$/u)
          expect(name).not.toMatch(/^[.\s-]|\s\.html$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        }
        expect(ascii).toMatch(/^[ -~]+$/)
      }),
      same,
    )
  })
})

describe('the header of a download', () => {
  test('both names, the second encoded', () =>
    expect(contentDisposition(fileName("Åsa's (1)", 'txt'))).toBe(
      `attachment; filename="Asa's (1).txt"; filename*=UTF-8''%C3%85sa%27s%20%281%29.txt`,
    ))

  test('of any title: ASCII alone, and the name comes back', () => {
    fc.assert(
      fc.property(any, title => {
        const name = fileName(title, 'txt')
        const header = contentDisposition(name)
        expect(header).toMatch(/^attachment; filename="[^"\\%\p{Cc}]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/u)
        expect(header).toMatch(/^[ -~]+$/)
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name.utf8)
      }),
      same,
    )
  })
})

test('the name of a folder: small letters, figures, hyphens', () => {
  expect(slug('LKA Niedersachsen stärker: “säkerhet”!', 60)).toBe('lka-niedersachsen-starker-sakerhet')
  fc.assert(
    fc.property(any, title => {
      expect(slug(title, 40)).toMatch(/^_?[a-z0-9]+(?:-[a-z0-9]+)*$/)
    }),
    same,
  )
})
