/** Claims on files that are being taken in: of several processes on one database one reads a file, and the others leave it alone. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

export interface Claim {
  readonly fileId: string
  /** whoever takes the file in, by an id of its own */
  readonly claimant: string
  /** epoch ms; after that it counts for nothing, as of a process that has died */
  readonly until: number
}

/** Claims a file, or claims it for longer; false where another has claimed it and that still counts, or it is gone. @param now epoch ms */
export async function claimFile(db: Db, { fileId, claimant, until }: Claim, now: number): Promise<boolean> {
  const rows = await db
    .insertInto('file_claim')
    .columns(['file_id', 'claimant', 'until'])
    .expression(
      db
        .selectFrom('file')
        .select([
          'id',
          sql<string>`cast(${claimant} as text)`.as('claimant'),
          sql<number>`cast(${until} as bigint)`.as('until'),
        ])
        .where('id', '=', fileId),
    )
    .onConflict(conflict =>
      conflict
        .column('file_id')
        .doUpdateSet({ claimant, until })
        .where(e => e.or([e('file_claim.claimant', '=', claimant), e('file_claim.until', '<=', now)])),
    )
    .returning('file_id')
    .execute()
  return rows.length === 1
}

/** Gives a claim up; one that another has taken over stays. */
export const releaseFile = async (db: Db, fileId: string, claimant: string): Promise<void> => {
  await db.deleteFrom('file_claim').where('file_id', '=', fileId).where('claimant', '=', claimant).execute()
}

/** The file that has waited longest to be taken in and that nobody claims. @param now epoch ms */
export const nextFile = (db: Db, now: number): Promise<Row<'file'> | undefined> =>
  db
    .selectFrom('import_job')
    .innerJoin('file', 'file.job_id', 'import_job.id')
    .leftJoin('file_claim', join => join.onRef('file_claim.file_id', '=', 'file.id').on('file_claim.until', '>', now))
    .selectAll('file')
    .where('import_job.state', '=', 'importing')
    .where('file.state', 'in', ['waiting', 'importing'])
    .where('file_claim.file_id', 'is', null)
    .orderBy('import_job.at')
    .orderBy('import_job.id')
    .orderBy('file.number')
    .limit(1)
    .executeTakeFirst()

/** Ends an import that has no file any more that is to come; false where there is none. */
export async function endImport(db: Db): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_job')
    .set({ state: 'done' })
    .where('state', '=', 'importing')
    .where(e =>
      e.not(
        e.exists(
          e
            .selectFrom('file')
            .select('file.id')
            .whereRef('file.job_id', '=', 'import_job.id')
            .where('file.state', 'in', ['waiting', 'importing']),
        ),
      ),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
