import type { corrections as sv } from '../sv/corrections.ts'

export const corrections: typeof sv = {
  title: 'Corrections',
}
