import type { Migration } from './migration.ts'

/** Which file is being taken in by which process, so that no other reads it meanwhile. */
export const claims: Migration = {
  name: '0005-claims',
  statements: ({ key, time, end }) => [
    `create table file_claim (
      file_id ${key} primary key references file (id) on delete cascade, claimant ${key} not null, until ${time} not null) ${end}`,
  ],
}
