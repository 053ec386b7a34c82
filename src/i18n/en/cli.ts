import type { cli as sv } from '../sv/cli.ts'

export const cli: typeof sv = {}
