/** Placeholders: what a program puts a value in place of when it shows a text. */

/** printf (C, Python, PHP …) and braces (`{0}`, `{{name}}`, `${name}`, `%{name}`); without groups, to be part of another expression. */
export const placeholderPattern = String.raw`[$#%]?\{\{?[ \w.$-]*(?:[!:][^{}]*)?\}\}?|%(?:\d+\$|\([^()\s]+\))?[-+#0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcCsSpnT@]`

const whole = new RegExp(`^(?:${placeholderPattern})$`)

/** Is a text a placeholder, and nothing else? */
export const isPlaceholder = (text: string): boolean => text.length < 200 && whole.test(text)

/** What a code of a file stands for in a text without codes, where that is no markup: `%d`, `{name}`, `Ada`; else ''. */
export const plainWords = (said: string): string =>
  /^\s*(?:<.*>|&[#\w]+;|\\.*)\s*$/su.test(said) || /[\n\r\0]/.test(said) ? '' : said
