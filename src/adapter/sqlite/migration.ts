const FIRST = `
create table document (
  id text primary key,
  file text not null,
  sha256 text not null,
  encoding text not null,
  record text not null,
  text text not null,
  text_sha256 text not null,
  bytes blob not null
) strict;
create table embedding (
  document_id text not null references document on delete cascade,
  embedder_id text not null,
  count integer not null,
  primary key (document_id, embedder_id)
) strict, without rowid;
create table vector (
  document_id text not null,
  embedder_id text not null,
  ordinal integer not null,
  value blob not null,
  primary key (document_id, embedder_id, ordinal),
  foreign key (document_id, embedder_id) references embedding on delete cascade
) strict;
create table setting (name text primary key, value text not null) strict, without rowid;
create table answer (id text primary key, json text not null, created_at text not null) strict;
create table derived_file (
  name text primary key,
  key text not null,
  sha256 text not null,
  byte_count integer not null
) strict, without rowid`

/** Documents of before know no pages and no doubts; they have none until they are read again. */
const PAGES_AND_DOUBTS = `
create table page_layout (
  document_id text primary key references document on delete cascade,
  gzip_json blob not null
) strict;
update document set record = json_set(record, '$.pages', json('[]'), '$.doubts', json('[]'))
where json_valid(record)`

/** What brings a database from `user_version` n to n + 1; entries are only ever added. */
export const MIGRATIONS: readonly string[] = [FIRST, PAGES_AND_DOUBTS]
