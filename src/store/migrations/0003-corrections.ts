import type { Migration } from './migration.ts'

/** What corrections teach: the corrections themselves, what they have in common, the house's terms, and fixes of many articles at once. */
export const corrections: Migration = {
  name: '0003-corrections',
  statements: ({ key, time, end, searchRow, trigrams }) => [
    `alter table translation add column corrections_number integer not null default -1`,
    // what is to be derived anew is found at once, however many articles there are
    `create index translation_unsettled on translation (id) where corrections_number <> head_number`,
    `create index article_by_address on article (address) where address <> ''`,
    `alter table dismissal add column about ${key} not null default ''`,
    `alter table check_act add column about ${key} not null default ''`,
    `create index dismissal_about on dismissal (about) where about <> ''`,
    `create index check_act_about on check_act (about, kind) where about <> ''`,

    `create table pair (
      ${searchRow} id ${key} not null unique, hash ${key} not null unique,
      before_key ${key} not null, after_key ${key} not null, corrections integer not null, articles integer not null,
      first_at ${time} not null, last_at ${time} not null, category ${key} not null, severity ${key} not null,
      anchor ${key} not null, status ${key} not null, declined integer not null, kept integer not null, voice integer not null,
      heard integer not null default 0, system ${key} not null, person_id ${key} references person (id), decided_at ${time},
      before_text text not null, after_text text not null, text_folded text not null, instead text, near text not null,
      note text not null) ${end}`,
    ...['corrections', 'last_at', 'before_key', 'after_key', 'declined'].map(
      column => `create index pair_by_${column} on pair (${column}, id)`,
    ),
    `create index pair_decided on pair (status, corrections, id) where status <> 'learned'`,
    `create index pair_silent on pair (corrections, id) where voice = 0 and status = 'learned'`,
    `create index pair_by_anchor on pair (anchor, voice) where anchor <> ''`,
    // of whose voice the articles have yet to hear, found at once
    `create index pair_unheard on pair (id) where heard <> voice`,
    ...(trigrams('pair').optional ? [] : trigrams('pair').statements),

    `create table correction (
      id ${key} primary key, pair_id ${key} not null references pair (id), article_id ${key} not null,
      translation_id ${key} not null references translation (id) on delete cascade,
      mt_from integer not null, mt_to integer not null, revision integer not null,
      person_id ${key} not null references person (id), at ${time} not null, category ${key} not null, severity ${key} not null,
      origin ${key} not null, system ${key} not null, check_id ${key} not null, flag_id ${key} not null, batch_id ${key} not null,
      mt_before text not null, mt_after text not null) ${end}`,
    `create index correction_of_translation on correction (translation_id, mt_from, mt_to)`,
    `create index correction_of_article on correction (article_id)`,
    // all that corrections are filtered and counted by, so that no row is read of a hundred thousand
    `create index correction_of_pair on correction
      (pair_id, at, id, person_id, category, severity, origin, system, article_id)`,
    ...['person_id', 'category', 'severity', 'origin', 'system'].map(
      column => `create index correction_by_${column} on correction (${column}, pair_id, at, article_id)`,
    ),
    `create index correction_by_time on correction (at, id, pair_id, article_id)`,
    `create index correction_of_flag on correction (flag_id) where flag_id <> ''`,

    `create table ruling (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade,
      mt_from integer not null, mt_to integer not null, category ${key} not null, severity ${key} not null,
      person_id ${key} not null references person (id), at ${time} not null, words text not null, comment text not null) ${end}`,
    `create index ruling_of_translation on ruling (translation_id, id)`,

    `create table batch (
      id ${key} primary key, name text not null, kind ${key} not null, about ${key} not null, state ${key} not null,
      person_id ${key} not null references person (id), at ${time} not null, category ${key} not null, severity ${key} not null,
      cursor ${key} not null, looked integer not null, to_look integer not null, hits integer not null,
      applied_by ${key} references person (id), applied_at ${time}, undone_by ${key} references person (id), undone_at ${time},
      before_text text not null, after_text text not null, scope text not null) ${end}`,
    `create index batch_by_time on batch (at, id)`,

    `create table batch_hit (
      batch_id ${key} not null references batch (id) on delete cascade, number integer not null, article_id ${key} not null,
      translation_id ${key} not null references translation (id) on delete cascade, base integer not null,
      span_from integer not null, span_to integer not null, chosen integer not null, outcome ${key} not null,
      revision integer, undone_revision integer, category ${key} not null, severity ${key} not null, words text not null, fix text not null, before_text text not null,
      after_text text not null, primary key (batch_id, number)) ${end}`,
    `create index batch_hit_of_translation on batch_hit (translation_id, revision)`,

    `create table term (
      id ${key} primary key, preferred_key ${key} not null, domain ${key} not null, status ${key} not null,
      part_of_speech ${key} not null, category ${key} not null, severity ${key} not null,
      person_id ${key} not null references person (id), created_at ${time} not null, updated_at ${time} not null,
      version integer not null, preferred text not null, variants text not null, inflection text not null, note text not null,
      text_folded text not null) ${end}`,
    `create index term_by_preferred on term (preferred_key, id)`,
    `create index term_by_status on term (status, preferred_key, id)`,

    `create table house_act (
      id ${key} primary key, subject ${key} not null, subject_id ${key} not null, kind ${key} not null,
      person_id ${key} not null references person (id), at ${time} not null, detail text not null) ${end}`,
    `create index house_act_of_subject on house_act (subject, subject_id, id)`,

    `create table article_print (
      article_id ${key} not null references article (id) on delete cascade, print ${time} not null,
      primary key (article_id, print)) ${end}`,
    `create index article_print_by_print on article_print (print, article_id)`,
  ],
  optional: ({ trigrams }) => (trigrams('pair').optional ? trigrams('pair').statements : []),
}
