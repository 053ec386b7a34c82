import { crc32, deflateRawSync } from 'node:zlib'

/** MS-DOS date and time, in UTC: two-second steps from 1980 on. */
function dosTime(at: number): { readonly time: number; readonly date: number } {
  const d = new Date(at)
  return {
    time: (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1),
    date: ((d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate(),
  }
}

/**
 * A zip archive of a few files (APPNOTE.TXT 6.3.10: local headers, central directory, end record; names in UTF-8, bit 11).
 * All in memory, below 4 GB. @param at epoch ms
 */
export function zip(files: readonly { readonly name: string; readonly bytes: Buffer }[], at: number): Buffer {
  const { time, date } = dosTime(at)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const name = Buffer.from(file.name.replaceAll(/[\\/]/g, '-'))
    const packed = deflateRawSync(file.bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(time, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(file.bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(file.bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name)
    offset += 4 + common.length + name.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, index, end])
}
