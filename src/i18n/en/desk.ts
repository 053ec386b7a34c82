import type { desk as sv } from '../sv/desk.ts'

export const desk: typeof sv = {}
