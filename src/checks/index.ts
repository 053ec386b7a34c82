/** Every check, in the order of its family. Adding one is a file, a test and a line here. */
import type { Check } from './check.ts'

export const checks: readonly Check[] = []

export const checkById = (id: string): Check | undefined => checks.find(check => check.id === id)
