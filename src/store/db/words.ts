/** The few words in which the two databases' table definitions differ. */
export interface Words {
  /** text compared by code point: ids, sort keys, and what is sorted or joined by */
  readonly key: string
  /** whole numbers up to 2^53: times */
  readonly time: string
  /** any number, as exactly as JavaScript has it */
  readonly number: string
  /** bytes as they are */
  readonly bytes: 'blob' | 'bytea'
  /** after the closing bracket of a table */
  readonly end: string
  /** statements that make substrings of a table's `text_folded` findable; each may be refused without harm where `optional` */
  readonly trigrams: (table: string) => { readonly statements: readonly string[]; readonly optional: boolean }
  /** a column more in such a table, that the index refers to */
  readonly searchRow: string
}

/**
 * The trigrams stand in an external-content table, kept by triggers. It refers to rows by a number of their own, since a rowid
 * may change. https://sqlite.org/fts5.html#external_content_tables
 */
export const sqliteWords: Words = {
  key: 'text',
  time: 'integer',
  number: 'real',
  bytes: 'blob',
  end: 'strict',
  searchRow: 'row integer primary key,',
  trigrams: table => ({
    optional: false,
    statements: [
      `create virtual table ${table}_trigram using fts5(
        text_folded, content = '${table}', content_rowid = 'row', tokenize = 'trigram case_sensitive 1')`,
      `create trigger ${table}_inserted after insert on ${table} begin
        insert into ${table}_trigram (rowid, text_folded) values (new.row, new.text_folded);
      end`,
      `create trigger ${table}_deleted after delete on ${table} begin
        insert into ${table}_trigram (${table}_trigram, rowid, text_folded) values ('delete', old.row, old.text_folded);
      end`,
      `create trigger ${table}_updated after update of text_folded on ${table}
        when old.text_folded <> new.text_folded begin
        insert into ${table}_trigram (${table}_trigram, rowid, text_folded) values ('delete', old.row, old.text_folded);
        insert into ${table}_trigram (rowid, text_folded) values (new.row, new.text_folded);
      end`,
    ],
  }),
}

export const postgresWords: Words = {
  key: 'text collate "C"',
  time: 'bigint',
  number: 'double precision',
  bytes: 'bytea',
  end: '',
  searchRow: '',
  trigrams: table => ({
    optional: true,
    statements: [
      'create extension if not exists pg_trgm',
      `create index ${table}_trigram on ${table} using gin (text_folded gin_trgm_ops)`,
    ],
  }),
}
