import type { MigrationStep } from '@heng/server-kit'

/** Links that set a new password, and the keys that programs sign in with; of both only the hash is kept. */
export const credentialTables: MigrationStep = {
  id: '0004_credentials',
  sql: `
create table auth.password_reset (
  token_hash bytea primary key,
  user_id text not null references auth."user" (id) on delete cascade,
  expires_at timestamptz not null
);
create index on auth.password_reset (user_id);

create table auth.api_token (
  id uuid primary key,
  user_id text not null references auth."user" (id) on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  -- Last characters of the token, so that its owner tells one from another.
  ending text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_ip text
);
create index on auth.api_token (user_id);
`,
}
