import type { terms as sv } from '../sv/terms.ts'

export const terms: typeof sv = {
  title: 'Terms',
}
