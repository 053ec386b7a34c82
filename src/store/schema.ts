/**
 * The tables, as Kysely sees them; one schema for SQLite and PostgreSQL. Times are epoch milliseconds, booleans 0/1, JSON is text,
 * ids are text made by `id.ts`. Names ending in `_key` are sort keys, in `_folded` search keys, both made in JavaScript (`text/fold.ts`).
 */
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type {
  ArticlePrintTable,
  ArticleSearchTable,
  ArticleTable,
  DraftTable,
  EventTable,
  FlagEventTable,
  FlagTable,
  PersonTable,
  RevisionTable,
  SettingTable,
  SnapshotTable,
  TombstoneTable,
  TranslationTable,
} from './tables/articles.ts'
import type { CheckActTable, CheckCountTable, CheckSettingTable, DismissalTable } from './tables/checks.ts'
import type {
  BatchHitTable,
  BatchTable,
  CorrectionTable,
  HouseActTable,
  PairTable,
  RulingTable,
  TermTable,
} from './tables/corrections.ts'
import type {
  AnnotatorTable,
  DocumentTable,
  FileClaimTable,
  FilePartTable,
  FileTable,
  ImportJobTable,
  MarkPlaceTable,
} from './tables/files.ts'
import type {
  AdjudicationTable,
  AnnotationLookTable,
  AnnotationTable,
  EffortTable,
  JudgementTable,
  MeasureTable,
} from './tables/quality.ts'

export interface Schema {
  person: PersonTable
  article: ArticleTable
  article_search: ArticleSearchTable
  translation: TranslationTable
  revision: RevisionTable
  snapshot: SnapshotTable
  flag: FlagTable
  flag_event: FlagEventTable
  event: EventTable
  draft: DraftTable
  dismissal: DismissalTable
  check_act: CheckActTable
  check_count: CheckCountTable
  check_setting: CheckSettingTable
  pair: PairTable
  correction: CorrectionTable
  ruling: RulingTable
  batch: BatchTable
  batch_hit: BatchHitTable
  term: TermTable
  house_act: HouseActTable
  article_print: ArticlePrintTable
  import_job: ImportJobTable
  file: FileTable
  file_part: FilePartTable
  file_claim: FileClaimTable
  document: DocumentTable
  annotator: AnnotatorTable
  mark_place: MarkPlaceTable
  measure: MeasureTable
  annotation: AnnotationTable
  annotation_look: AnnotationLookTable
  judgement: JudgementTable
  adjudication: AdjudicationTable
  effort: EffortTable
  tombstone: TombstoneTable
  setting: SettingTable
}

export type Tx = Transaction<Schema>
/** What every store function takes: the database, or the transaction it is to run in. */
export type Db = Kysely<Schema> | Tx
export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>
