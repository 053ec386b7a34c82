import type { Migration } from './migration.ts'

/** What the checks still found in a text when it was approved: an approval alone does not say that nothing was wrong. */
export const approvals: Migration = {
  name: '0008-approvals',
  statements: () => [
    // null of what was approved before this was kept: nobody knows
    `alter table translation add column approved_open integer`,
    `alter table translation add column approved_certain integer`,
  ],
}
