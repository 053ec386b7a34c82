import type { Migration } from './migration.ts'

/** Who has looked at what another has annotated alone, before they annotated themselves; and what a file says of that. */
export const looks: Migration = {
  name: '0010-looks',
  statements: ({ key, time, end }) => [
    // null of what files do not tell, and of what came in before this was read
    `alter table annotator add column saw text`,
    `create table annotation_look (
      annotation_id ${key} not null references annotation (id) on delete cascade,
      person_id ${key} not null references person (id), at ${time} not null, primary key (annotation_id, person_id)) ${end}`,
  ],
}
