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

const VERSIONS_AND_CORRECTIONS = `
alter table document add column reader_version integer;
alter table document add column received_at text;
alter table document add column superseded_by text;
create index superseded on document (superseded_by);
create table correction (document_id text primary key, json text not null) strict, without rowid`

const PAGES = `
create table page_layout (
  document_id text primary key references document on delete cascade,
  gzip_json blob not null
) strict`

const JOBS = `
create table job (number integer primary key, id text not null unique, created_at text not null) strict;
create table job_file (
  job_id text not null references job (id) on delete cascade,
  ordinal integer not null,
  file text not null,
  replaces text,
  starts integer not null,
  is_done integer not null,
  bytes blob,
  primary key (job_id, ordinal)
) strict;
create index job_file_waiting on job_file (job_id) where not is_done;
create table receipt (
  number integer primary key autoincrement,
  kind text not null,
  document_id text,
  job_id text,
  ordinal integer,
  json text not null
) strict;
create index receipt_document on receipt (document_id) where document_id is not null;
create index receipt_job on receipt (job_id, kind) where job_id is not null`

const CONVERSATIONS = `
create table trace (
  answer_id text primary key references answer on delete cascade,
  json text not null
) strict;
create table conversation (
  id text primary key,
  title text not null,
  is_pinned integer not null,
  created_at text not null,
  touched integer not null
) strict;
create index conversation_order on conversation (is_pinned, touched);
create table turn (
  conversation_id text not null references conversation on delete cascade,
  ordinal integer not null,
  question text not null,
  understood text,
  answer_id text not null,
  asked_at text not null,
  primary key (conversation_id, ordinal)
) strict;
create table feedback (
  number integer primary key autoincrement,
  id text not null unique,
  answer_id text not null,
  json text not null
) strict`

const DRAFTS = `
create table draft (
  id text primary key,
  region text not null,
  year integer not null,
  title text not null
) strict;
create table draft_version (
  draft_id text not null references draft on delete cascade,
  number integer not null,
  json text not null,
  note text not null,
  saved_at text not null,
  primary key (draft_id, number)
) strict`

const BIN_AND_VERSIONS = `
alter table conversation add column discarded_at text;
alter table turn add column again_of text`

const BIN_OF_DRAFTS = 'alter table draft add column discarded_at text'

/** What brings a database from `user_version` n to n + 1; entries are only ever added. */
export const MIGRATIONS: readonly string[] = [
  FIRST,
  VERSIONS_AND_CORRECTIONS,
  PAGES,
  JOBS,
  CONVERSATIONS,
  DRAFTS,
  BIN_AND_VERSIONS,
  BIN_OF_DRAFTS,
]
