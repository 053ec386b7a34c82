import type { Severity } from '../../mqm/annotation.ts'

/** A severity is told by shape as well as by colour. */
export const shapes: Readonly<Record<Severity, string>> = { neutral: '○', minor: '●', major: '▲', critical: '■' }
