import { mqm as sv } from '../sv/mqm.ts'

export const mqm: typeof sv = sv
