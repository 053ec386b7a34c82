import type { Migration } from './migration.ts'

/** What the queue sorts by. Each is an index with the id as tie-break, so that a page starts at a place, not at a count. */
const queueColumns = [
  'title_key',
  'words',
  'language',
  'corrected',
  'flags_weight',
  'state',
  'editor_key',
  'touched_at',
]
/** The orders of one state, the filter most used: without their own indexes, its articles are sorted for each page. */
const queueColumnsOfState = queueColumns.filter(c => c !== 'state')

/** Long texts stand last in their row, so that what stands before them is read without them. */
export const first: Migration = {
  name: '0001-first',
  statements: ({ key, time, end, searchRow, trigrams }) => [
    `create table person (
      id ${key} primary key, name text not null, name_folded ${key} not null unique, created_at ${time} not null) ${end}`,

    `create table article (
      id ${key} primary key, title text not null, title_key ${key} not null, address text not null,
      source_language ${key} not null, created_at ${time} not null, archived_at ${time},
      translation_id ${key} not null, language ${key} not null, words integer not null, corrected integer not null,
      flags_neutral integer not null, flags_minor integer not null, flags_major integer not null,
      flags_critical integer not null, flags_weight integer not null, state ${key} not null,
      editor_id ${key} references person (id), editor_key ${key} not null, touched_at ${time} not null,
      source_text text not null) ${end}`,
    ...queueColumns.map(c => `create index article_by_${c} on article (${c}, id) where archived_at is null`),
    ...queueColumnsOfState.map(
      c => `create index article_of_state_by_${c} on article (state, ${c}, id) where archived_at is null`,
    ),
    `create index article_archived on article (touched_at, id) where archived_at is not null`,

    `create table article_search (
      ${searchRow} article_id ${key} not null references article (id) on delete cascade, part ${key} not null,
      text_folded text not null, unique (article_id, part)) ${end}`,
    ...(trigrams('article_search').optional ? [] : trigrams('article_search').statements),

    `create table translation (
      id ${key} primary key, article_id ${key} not null references article (id) on delete cascade,
      system ${key} not null, language ${key} not null, mt_hash ${key} not null, state ${key} not null,
      created_at ${time} not null, head_number integer not null, head_hash ${key} not null, head_text text not null) ${end}`,
    `create index translation_of_article on translation (article_id, created_at, id)`,
    `create index translation_by_mt on translation (mt_hash)`,
    `create index translation_by_system on translation (system, article_id)`,

    `create table revision (
      translation_id ${key} not null references translation (id) on delete cascade, number integer not null check (number > 0),
      author_id ${key} not null references person (id), created_at ${time} not null, summary text not null,
      hash ${key} not null, words_added integer not null, words_removed integer not null,
      restores integer, undoes integer, merged_from integer, save_key ${key} not null unique,
      reasons text not null, change text not null, primary key (translation_id, number)) ${end}`,

    `create table snapshot (
      translation_id ${key} not null references translation (id) on delete cascade, number integer not null check (number >= 0),
      text text not null, primary key (translation_id, number)) ${end}`,

    `create table flag (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade,
      layer ${key} not null, author_id ${key} not null references person (id), revision integer not null,
      span_from integer not null, span_to integer not null, words text not null, category ${key} not null,
      severity ${key} not null, comment text not null, suggestion text not null, created_at ${time} not null,
      updated_at ${time} not null, dismissed_at ${time}, dismissed_reason text not null, withdrawn_at ${time},
      version integer not null, place text not null) ${end}`,
    `create index flag_of_translation on flag (translation_id, span_from, id)`,

    `create table flag_event (
      id ${key} primary key, flag_id ${key} not null references flag (id) on delete cascade,
      translation_id ${key} not null, person_id ${key} not null references person (id), at ${time} not null,
      kind ${key} not null, detail text not null) ${end}`,
    `create index flag_event_of_flag on flag_event (flag_id, at, id)`,
    `create index flag_event_of_translation on flag_event (translation_id, at, id)`,

    `create table event (
      id ${key} primary key, article_id ${key} not null references article (id) on delete cascade,
      translation_id ${key} not null, person_id ${key} not null references person (id), at ${time} not null,
      kind ${key} not null, detail text not null) ${end}`,
    `create index event_of_article on event (article_id, at, id)`,

    `create table draft (
      translation_id ${key} not null references translation (id) on delete cascade, browser ${key} not null,
      tab ${key} not null, base_number integer not null, updated_at ${time} not null, flags text not null,
      change text not null, primary key (translation_id, browser, tab)) ${end}`,

    `create table tombstone (
      article_id ${key} primary key, person_id ${key} not null references person (id), at ${time} not null) ${end}`,

    `create table setting (name ${key} primary key, value text not null) ${end}`,
  ],
  optional: ({ trigrams }) => (trigrams('article_search').optional ? trigrams('article_search').statements : []),
}
