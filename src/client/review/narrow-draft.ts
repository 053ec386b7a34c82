/** What was typed in the server's form and not saved: by the names of its fields. */
export interface KeptForm {
  readonly base: number
  readonly at: number
  readonly fields: Readonly<Record<string, string>>
  /** what stood in the same fields before */
  readonly served: Readonly<Record<string, string>>
}

export const changedFields = (
  served: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...now].filter(([name, value]) => served.get(name) !== value))

/**
 * What of a kept form still belongs in the one that is served now: fields whose served words are the same as then. What has been saved
 * since stands in the form already and is not filled in again.
 * @returns null where nothing is left of it
 */
export const fitting = (kept: KeptForm, base: number, served: ReadonlyMap<string, string>): KeptForm | null => {
  const fields = Object.entries(kept.fields).filter(
    ([name, value]) => served.get(name) === kept.served[name] && served.get(name) !== value,
  )
  return fields.length === 0 ? null : { ...kept, base, fields: Object.fromEntries(fields) }
}
