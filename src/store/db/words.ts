/** The few words in which the two databases' table definitions differ. */
export interface Words {
  /** text compared by code point: ids, sort keys, and what is sorted or joined by */
  readonly key: string
  /** whole numbers up to 2^53: times */
  readonly time: string
  /** after the closing bracket of a table */
  readonly end: string
  /** statements that make substrings of `article_search.text_folded` findable; each may be refused without harm where `optional` */
  readonly substringIndex: { readonly statements: readonly string[]; readonly optional: boolean }
  /** a column more in `article_search`, that the index refers to */
  readonly searchRow: string
}

/**
 * The trigrams stand in an external-content table, kept by triggers. It refers to rows by a number of their own, since a rowid
 * may change. https://sqlite.org/fts5.html#external_content_tables
 */
export const sqliteWords: Words = {
  key: 'text',
  time: 'integer',
  end: 'strict',
  searchRow: 'row integer primary key,',
  substringIndex: {
    optional: false,
    statements: [
      `create virtual table article_search_trigram using fts5(
        text_folded, content = 'article_search', content_rowid = 'row', tokenize = 'trigram case_sensitive 1')`,
      `create trigger article_search_inserted after insert on article_search begin
        insert into article_search_trigram (rowid, text_folded) values (new.row, new.text_folded);
      end`,
      `create trigger article_search_deleted after delete on article_search begin
        insert into article_search_trigram (article_search_trigram, rowid, text_folded) values ('delete', old.row, old.text_folded);
      end`,
      `create trigger article_search_updated after update of text_folded on article_search
        when old.text_folded <> new.text_folded begin
        insert into article_search_trigram (article_search_trigram, rowid, text_folded) values ('delete', old.row, old.text_folded);
        insert into article_search_trigram (rowid, text_folded) values (new.row, new.text_folded);
      end`,
    ],
  },
}

export const postgresWords: Words = {
  key: 'text collate "C"',
  time: 'bigint',
  end: '',
  searchRow: '',
  substringIndex: {
    optional: true,
    statements: [
      'create extension if not exists pg_trgm',
      'create index article_search_trigram on article_search using gin (text_folded gin_trgm_ops)',
    ],
  },
}
