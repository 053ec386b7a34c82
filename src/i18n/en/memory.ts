import type { memory as sv } from '../sv/memory.ts'

export const memory: typeof sv = {
  title: 'The memory',
}
