import type { MigrationStep } from '@heng/server-kit'

/** Tables of better-auth 1.7, in a schema of their own that the application's role cannot reach. */
export const accountTables: MigrationStep = {
  id: '0002_accounts',
  sql: `
create schema if not exists auth;
revoke all on schema auth from public;

create table auth."user" (
  "id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean, "locale" text
);
create table auth."session" (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create index on auth."session" ("userId");
create table auth."account" (
  "id" text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null
);
create index on auth."account" ("userId");
create table auth."verification" (
  "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()
);
create index on auth."verification" ("identifier");
create table auth."twoFactor" (
  "id" text primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index on auth."twoFactor" ("userId");
create table auth."passkey" (
  "id" text primary key, "name" text, "publicKey" text not null, "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null, "counter" integer not null, "deviceType" text not null, "backedUp" boolean not null,
  "transports" text, "createdAt" timestamptz, "aaguid" text
);
create index on auth."passkey" ("userId");
create index on auth."passkey" ("credentialID");
create table auth."rateLimit" ("id" text primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
`,
}
