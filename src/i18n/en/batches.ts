import type { batches as sv } from '../sv/batches.ts'

export const batches: typeof sv = {
  title: 'Fixed everywhere',
}
