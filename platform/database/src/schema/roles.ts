import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { DatabaseError, errorCode, errorText } from '../errors.ts'
import { quoteTable } from './names.ts'

/** The role requests run as: subject to row-level security, without login. */
export const APP_ROLE = 'heng_app'

/** What a table may allow the application. */
export type AppVerb = 'select' | 'insert' | 'update' | 'delete'

const IN_PLACE = `
  select exists (select from pg_roles where rolname = '${APP_ROLE}')
     and to_regnamespace('auth') is not null
     and case when exists (select from pg_roles where rolname = '${APP_ROLE}')
              then pg_has_role(current_user, '${APP_ROLE}', 'set') and has_schema_privilege('${APP_ROLE}', 'public', 'usage')
                   and not has_schema_privilege('${APP_ROLE}', 'public', 'create') else false end as done`

const SETUP = [
  `do $$ begin
     if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
   end $$`,
  // Whoever creates a role may administer it but not yet become it (PostgreSQL 16, createrole_self_grant); a superuser may anyway.
  `do $$ begin
     if not pg_has_role(current_user, '${APP_ROLE}', 'set') then grant ${APP_ROLE} to current_user with inherit false, set true; end if;
   end $$`,
  'create schema if not exists auth',
  `revoke all on schema auth from public, ${APP_ROLE}`,
  'revoke create on schema public from public',
  `grant usage on schema public to ${APP_ROLE}`,
]

/**
 * Makes sure that the role `heng_app` exists, that the owner may switch to it, that it may use the schema `public` and has no
 * access to the schema `auth`. Tables are opened to it one by one by `grantApp`. One query when all is in place.
 * @throws DatabaseError `rights-missing`
 */
export async function ensureRoles(pool: Pool): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await pool.query<{ done: boolean }>(IN_PLACE)
    if (rows[0]?.done === true) return
    try {
      for (const statement of SETUP) await pool.query(statement)
      return
    } catch (error) {
      // Roles belong to the cluster: another database's start may change the same row (XX000), or be quicker (23505, 42710).
      if (attempt < 5 && ['XX000', '23505', '42710'].includes(errorCode(error))) await sleep(50 * attempt)
      else throw refused(error)
    }
  }
}

/**
 * The statement by which a migration opens a table to the application, within its row-level security.
 * @param table name, or schema and name with a dot
 * @param verbs default all four; a register that is only appended to takes `select` and `insert`
 */
export function grantApp(table: string, verbs: readonly AppVerb[] = ['select', 'insert', 'update', 'delete']): string {
  return `grant ${verbs.join(', ')} on table ${quoteTable(table)} to ${APP_ROLE};`
}

function refused(error: unknown): DatabaseError {
  return new DatabaseError(
    'rights-missing',
    {
      en: `The database account cannot set up the role ${APP_ROLE}: ${errorText(error)}. It needs CREATEROLE and must own the database; where another account made ${APP_ROLE} on this server, an administrator runs "grant ${APP_ROLE} to" it.`,
      zh: `数据库账户无法建立角色 ${APP_ROLE}：${errorText(error)}。它需要 CREATEROLE 权限并拥有该数据库；如 ${APP_ROLE} 由同一服务器上的其他账户创建，请由管理员执行 "grant ${APP_ROLE} to" 该账户。`,
    },
    error,
  )
}
