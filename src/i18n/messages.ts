import type { sv } from './sv/index.ts'

/** All words of the interface: Swedish is the model of the types. */
export type Messages = typeof sv
