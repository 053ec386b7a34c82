const letters = '0123456789abcdefghijklmnopqrstuvwxyz'

/** 16 characters, as the store's ids: the time first, so that they sort, then chance. */
export const newId = (now = Date.now()): string => {
  const time = now.toString(36).padStart(9, '0').slice(-9)
  const chance = Array.from(crypto.getRandomValues(new Uint8Array(7)), byte => letters[byte % 36])
  return time + chance.join('')
}
