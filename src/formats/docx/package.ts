/** A package of parts that name each other by relationships (Open Packaging Conventions, ECMA-376 part 2). */
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { characterReference, decodeNamed, encode, xmlEncoding, type Encoded } from '../lib/encoding.ts'
import { elements, readXml, type XmlElement } from '../lib/xml.ts'
import { unzip } from '../lib/unzip.ts'
import { label, valueOf } from './names.ts'

/** XML parts larger than this are refused: what is read of them has to fit in memory. In bytes. */
const largestPart = 60_000_000

/** elements and attributes of a part that is read as a whole: styles, comments, relationships */
const mostHeld = 250_000

export interface Relationship {
  readonly id: string
  /** the last step of its type: `officeDocument`, `comments`, `footnotes` … the same in Strict and Transitional documents */
  readonly type: string
  /** name of the part; '' where it is outside of the package */
  readonly target: string
  /** where it leads outside of the package; '' where it is a part */
  readonly address: string
}

export const contentTypes = '[Content_Types].xml'

/** A target as the name of a part: relative to the folder of the part that names it, or from the root. */
function resolveTarget(target: string, folder: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')))

/** The part that holds the relationships of another; of the package itself where it is ''. */
export const relationshipsPart = (part: string): string =>
  `${folderOf(part)}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '')

const mainType = /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled/i

/** An OLE compound file: what Word wrote until 2003, and what it writes with a password. */
const isCompound = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1'

export class Package {
  readonly #parts: ReadonlyMap<string, Uint8Array>
  /** names of parts are equal where only their case differs (part 2, 6.2.2.3) */
  readonly #names: ReadonlyMap<string, string>
  readonly #limits: Limits
  /** name of the part that is the document itself */
  readonly main: string

  private constructor(parts: ReadonlyMap<string, Uint8Array>, limits: Limits) {
    this.#parts = parts
    this.#names = new Map(Array.from(parts.keys(), name => [name.toLowerCase(), name]))
    this.#limits = limits
    this.main = this.#findMain()
  }

  /** @param whole are its pictures and the like unpacked too? @throws FormatError those of `unzip`; encrypted; missing where it has no document */
  static async open(bytes: Uint8Array, limits: Limits, { whole = false } = {}): Promise<Package> {
    if (isCompound(bytes)) {
      const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      throw new FormatError(label, encrypted ? 'encrypted' : 'version', { detail: 'Word 97–2003 (.doc)' })
    }
    const wanted = (name: string): boolean => whole || /\.(?:xml|rels)$/i.test(name)
    return new Package(await unzip(bytes, { format: label, limits, wanted }), limits)
  }

  /** Every part, in the order of the archive. */
  get parts(): ReadonlyMap<string, Uint8Array> {
    return this.#parts
  }

  /** The same with other contents of some parts, and with more parts. */
  with(parts: Iterable<readonly [string, Uint8Array]>): Package {
    return new Package(new Map([...this.#parts, ...parts]), this.#limits)
  }

  /** The name of a part as the archive writes it; undefined where it has none. */
  find(name: string): string | undefined {
    return this.#names.get(name.toLowerCase())
  }

  /** @throws FormatError missing; unpacked where it is too large; those of `decodeNamed` */
  text(name: string): Encoded {
    const bytes = this.#parts.get(this.find(name) ?? '')
    if (!bytes) throw new FormatError(label, 'missing', { detail: name })
    if (bytes.length > largestPart) throw new FormatError(label, 'unpacked', { part: name, limit: largestPart })
    return decodeNamed(bytes, xmlEncoding(bytes), label)
  }

  /** The root element of a part. @throws FormatError those of `text` and `readXml` */
  xml(name: string): XmlElement {
    return readXml(this.text(name).text, { format: label, limits: this.#limits, held: mostHeld }).root
  }

  /** What a part names; nothing where it names nothing. */
  relationships(part: string): readonly Relationship[] {
    const name = this.find(relationshipsPart(part))
    if (!name) return []
    return elements(this.xml(name), 'Relationship').map(relationship => {
      const target = valueOf(relationship, 'Target') ?? ''
      const isOutside = valueOf(relationship, 'TargetMode') === 'External'
      return {
        id: valueOf(relationship, 'Id') ?? '',
        type: (valueOf(relationship, 'Type') ?? '').replace(/^.*\//, ''),
        target: isOutside ? '' : (this.find(resolveTarget(target, folderOf(part))) ?? ''),
        address: isOutside ? target : '',
      }
    })
  }

  /** The first part that the document names of a type; undefined where it is not there. */
  related(type: string, of = this.main): string | undefined {
    return this.relationships(of).find(each => each.type === type && each.target !== '')?.target
  }

  /** By the package's relationships; where they say nothing, by the content types. */
  #findMain(): string {
    const named = this.related('officeDocument', '')
    if (named) return named
    const types = this.find(contentTypes)
    const typed =
      types && elements(this.xml(types), 'Override').find(each => mainType.test(valueOf(each, 'ContentType') ?? ''))
    const part = typed && this.find((valueOf(typed, 'PartName') ?? '').replace(/^\//, ''))
    if (!part) throw new FormatError(label, 'missing', { detail: 'word/document.xml' })
    return part
  }
}

/** A part's text as bytes, in the encoding that it came in. */
export const bytesOfPart = (text: string, as: Encoded): Uint8Array => encode(text, as, characterReference)
