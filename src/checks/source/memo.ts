/** Words come again: what a function made of one is kept, as long as there are not too many of them. */
const most = 50_000

export function remember<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return word => {
    let made = known.get(word)
    if (made === undefined) {
      made = make(word)
      if (known.size >= most) known.clear()
      known.set(word, made)
    }
    return made
  }
}
