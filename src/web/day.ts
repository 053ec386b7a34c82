let [second, day] = [NaN, '']

/** The day a time is in, by this machine's clock; worked out once a second. @param now epoch ms */
export function dayOf(now: number): string {
  const at = Math.floor(now / 1000)
  if (at !== second) [second, day] = [at, new Date(now).toDateString()]
  return day
}
