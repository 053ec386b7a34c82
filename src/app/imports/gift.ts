/** The memory of some bytes, to be given to another thread without a copy; none where other bytes stand in it too. */
export const gift = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
