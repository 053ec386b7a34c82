import type { Migration } from './migration.ts'

const severities = ['neutral', 'minor', 'major', 'critical']

/** What became of findings, what the house says of checks, what the queue shows of them, and why the words of a draft are as they are. */
export const checks: Migration = {
  name: '0002-checks',
  statements: ({ key, time, end }) => [
    ...severities.map(s => `alter table article add column findings_${s} integer not null default 0`),
    `alter table article add column findings_weight integer not null default -1`,
    `alter table article add column findings_version ${key} not null default ''`,
    `create index article_by_findings_weight on article (findings_weight, id) where archived_at is null`,
    `create index article_of_state_by_findings_weight on article (state, findings_weight, id) where archived_at is null`,
    `create index article_by_findings_version on article (findings_version, id) where archived_at is null`,

    `alter table draft add column reasons text not null default '[]'`,

    `create table dismissal (
      id ${key} primary key, check_id ${key} not null, article_id ${key} references article (id) on delete cascade,
      translation_id ${key}, scope ${key} not null, nth integer not null, category ${key} not null, severity ${key} not null,
      person_id ${key} not null references person (id), at ${time} not null, withdrawn_at ${time},
      words text not null, before_text text not null, after_text text not null, reason text not null) ${end}`,
    `create index dismissal_of_article on dismissal (article_id, id)`,
    `create index dismissal_of_check on dismissal (check_id, id)`,
    `create index dismissal_for_all on dismissal (id) where scope = 'always'`,

    `create table check_act (
      id ${key} primary key, check_id ${key} not null, kind ${key} not null,
      article_id ${key} references article (id) on delete cascade, translation_id ${key}, revision integer,
      person_id ${key} not null references person (id), at ${time} not null,
      words text not null, fix text not null, detail text not null) ${end}`,
    `create index check_act_of_check on check_act (check_id, kind, id)`,
    `create index check_act_of_article on check_act (article_id, id)`,

    `create table check_count (
      article_id ${key} not null references article (id) on delete cascade, check_id ${key} not null,
      findings integer not null, primary key (article_id, check_id)) ${end}`,
    `create index check_count_of_check on check_count (check_id, findings, article_id)`,

    `create table check_setting (
      check_id ${key} primary key, enabled integer not null, severity ${key} not null, reason text not null,
      person_id ${key} not null references person (id), at ${time} not null) ${end}`,
  ],
}
