import type { Migration } from './migration.ts'

/** How good translations are: what they measure, annotations apart and what was agreed of them, and effort. */
export const quality: Migration = {
  name: '0007-quality',
  statements: ({ key, time, number, end }) => [
    // 0 where a translation is to be measured anew; what there is already is measured after the update
    `alter table translation add column measured integer not null default 0`,
    `create index translation_unmeasured on translation (id) where measured = 0`,

    `create table measure (
      translation_id ${key} primary key references translation (id) on delete cascade, article_id ${key} not null,
      system ${key} not null, language ${key} not null, state ${key} not null, at ${time} not null,
      words integer not null, head_words integer not null, segments integer not null, annotators integer not null,
      judgement integer not null, sums text not null, errors text not null, open text not null, worst text not null,
      stamp integer not null default 0) ${end}`,
    `create index measure_of_article on measure (article_id)`,
    `create index measure_by_stamp on measure (stamp)`,

    `create table annotation (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade,
      person_id ${key} not null references person (id), layer ${key} not null, state ${key} not null,
      started_at ${time} not null, done_at ${time}, comment text not null, shown_at ${time}, saw text not null,
      unique (translation_id, layer)) ${end}`,
    `create index annotation_at_work on annotation (person_id) where state = 'open'`,
    `create table judgement (
      translation_id ${key} not null references translation (id) on delete cascade, layer ${key} not null, paragraph integer not null,
      score ${number} not null, at ${time} not null, primary key (translation_id, layer, paragraph)) ${end}`,
    `create table adjudication (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade,
      a_flag_id ${key} not null, b_flag_id ${key} not null, choice ${key} not null, flag_id ${key} not null,
      person_id ${key} not null references person (id), at ${time} not null, comment text not null) ${end}`,
    `create index adjudication_of_translation on adjudication (translation_id, id)`,

    `create table effort (
      id ${key} primary key, translation_id ${key} not null references translation (id) on delete cascade,
      person_id ${key} references person (id), started_at ${time} not null, updated_at ${time} not null,
      active_ms ${time} not null, open_ms ${time} not null, keystrokes integer not null) ${end}`,
    `create index effort_of_translation on effort (translation_id)`,
    // of many articles it is counted what their findings came to, with no row read
    `create index check_act_counted on check_act (article_id, check_id, kind)`,
  ],
}
