import type { Migration } from './migration.ts'

/** What a file says of its segments beside their words: how far each had come, and what codes stand for in the source. */
export const fileStates: Migration = {
  name: '0009-file-states',
  statements: () => [
    // null of what came in before this was read, and of files that say nothing
    `alter table document add column states text`,
    `alter table document add column source_codes text`,
  ],
}
