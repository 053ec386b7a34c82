/**
 * Table programs take a field that begins with one of these signs for a formula, and run it; an apostrophe before it keeps it a text.
 * What is guarded so is the same again when it is read. https://owasp.org/www-community/attacks/CSV_Injection
 */
const runnable = /^'*[=+\-@\t\r＝＋－＠]/u
const guarded = /^'+[=+\-@\t\r＝＋－＠]/u

export const guardFormula = (value: string): string => (runnable.test(value) ? `'${value}` : value)
export const unguardFormula = (value: string): string => (guarded.test(value) ? value.slice(1) : value)
