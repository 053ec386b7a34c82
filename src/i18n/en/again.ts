import type { again as sv } from '../sv/again.ts'

export const again: typeof sv = {
  title: 'The same article again',
}
