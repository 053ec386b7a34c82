/** `Niedersachsens`, `Paris`, `FN:s`: no s after s, x and z, a colon after an acronym (Svenska skrivregler). */
export const genitiveOf = (name: string): string =>
  /[sxz]$/i.test(name) ? name : /^\p{Lu}{2,}$/u.test(name) ? `${name}:s` : `${name}s`
