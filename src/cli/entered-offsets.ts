/** From a span of a text to the one of the file. */
export type ToFile = (from: number, to: number) => { readonly from: number; readonly to: number }

/** What `enterText` has made of a decoded file: no byte order mark, and one character a line end. */
export function fromEntered(decoded: string): ToFile {
  if (!decoded.startsWith('\ufeff') && !decoded.includes('\r')) return (from, to) => ({ from, to })
  const origins: number[] = []
  for (let at = decoded.startsWith('\ufeff') ? 1 : 0; at < decoded.length; at += 1) {
    origins.push(at)
    if (decoded.charAt(at) === '\r' && decoded.charAt(at + 1) === '\n') at += 1
  }
  origins.push(decoded.length)
  const origin = (at: number): number => origins[at] ?? decoded.length
  return (from, to) => ({ from: origin(from), to: origin(to) })
}
