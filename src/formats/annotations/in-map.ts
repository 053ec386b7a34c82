/** The value of a key, made and put in where there was none. */
export function inMap<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = made()))
  return value
}
