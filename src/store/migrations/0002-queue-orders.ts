import type { Migration } from './migration.ts'

/** The queue of one state in its other orders: without them, the articles of a state are sorted for each page. */
export const queueOrders: Migration = {
  name: '0002-queue-orders',
  statements: () =>
    ['editor_key', 'language'].map(
      c => `create index article_of_state_by_${c} on article (state, ${c}, id) where archived_at is null`,
    ),
}
