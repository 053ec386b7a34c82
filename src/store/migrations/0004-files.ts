import type { Migration } from './migration.ts'

/** Files that come in: kept with their bytes, previewed, imported; and whose lines are segments that stay as many. */
export const files: Migration = {
  name: '0004-files',
  statements: ({ key, time, end, bytes }) => [
    `alter table translation add column fixed integer not null default 0`,

    `create table import_job (
      id ${key} primary key, person_id ${key} not null references person (id), at ${time} not null, state ${key} not null,
      options text not null) ${end}`,
    `create index import_job_by_time on import_job (at, id)`,
    `create index import_job_open on import_job (state, at, id) where state in ('ready', 'importing')`,

    `create table file (
      id ${key} primary key, job_id ${key} not null references import_job (id) on delete cascade, number integer not null,
      name text not null, format ${key} not null, size ${time} not null, sha256 ${key} not null, state ${key} not null,
      imported_documents integer not null, about text not null, mapping text, at ${time} not null) ${end}`,
    `create index file_of_job on file (job_id, number)`,
    `create index file_by_hash on file (sha256)`,

    `create table file_part (
      file_id ${key} not null references file (id) on delete cascade, number integer not null, bytes ${bytes} not null,
      primary key (file_id, number)) ${end}`,

    `create table document (
      translation_id ${key} primary key references translation (id) on delete cascade,
      file_id ${key} not null references file (id) on delete cascade, number integer not null, "key" ${key} not null,
      marks text not null) ${end}`,
    `create unique index document_of_file on document (file_id, number)`,
    `create index document_by_key on document (file_id, "key") where "key" <> ''`,

    `create table mark_place (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade, mark ${key} not null,
      revision integer not null, span_from integer not null, span_to integer not null,
      person_id ${key} not null references person (id), at ${time} not null) ${end}`,
    `create index mark_place_of_translation on mark_place (translation_id, id)`,
  ],
}
