/** Languages as files name them, as BCP 47 has them. */

/** `SV-SE`, `sv_SE`, `sv_SE.UTF-8@euro` → `sv-SE`; '' where it is no language (`und`, `x-none`, `LL`). */
export function languageTag(named: string): string {
  const tag = named
    .trim()
    .replace(/[.@].*$/s, '')
    .replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag) || /^(?:und|mul|zxx|ll)(?:-|$)/i.test(tag)) return ''
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? ''
  } catch {
    return ''
  }
}

/** `sv` of `sv-SE`. */
export const primaryOf = (tag: string): string => tag.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** Swedish, in whatever country; also by its codes of three letters. */
export const isSwedish = (tag: string): boolean => /^(?:sv|swe)$/.test(primaryOf(tag))
