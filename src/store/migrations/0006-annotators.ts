import type { Migration } from './migration.ts'

/** Who has looked for errors in a translation, and in which segments: that they found none is seen in no flag. */
export const annotators: Migration = {
  name: '0006-annotators',
  statements: ({ key, end }) => [
    `create table annotator (
      translation_id ${key} not null references translation (id) on delete cascade, layer ${key} not null,
      person_id ${key} not null references person (id), segments text, primary key (translation_id, layer)) ${end}`,
  ],
}
