import { createHash } from 'node:crypto'
import { HengError, notFound } from '@heng/contract'
import { authorise, canonicalJson, record, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { SoaContent } from '../../contract/content.ts'
import { hold, letGo } from './held.ts'
import { soa } from './register.ts'

export type SoaState = 'draft' | 'inReview' | 'approved' | 'superseded'
export interface SoaRow extends StoredRow {
  readonly title: string
  readonly number: number
  readonly state: SoaState
  readonly framework: string
  readonly editionEn: string | null
  readonly editionZh: string | null
  readonly scope: string | null
  readonly contentHash: string | null
  readonly approvedAt: string | null
  readonly approval: string | null
}

export const hashOfContent = (content: SoaContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex')

/** A version, or 404. With `lock` nobody else changes it before this transaction ends. */
export const soaById = async (ctx: Ctx, id: string, lock = false): Promise<SoaRow> => {
  const [row] = await rowsByIds(ctx, soa, [id], lock)
  if (row === undefined) throw notFound('soa')
  authorise(ctx, 'soa:read', {})
  return row as SoaRow
}

/** The version in force, whoever asks; null while there is none. Two statements. */
export const versionInForce = async (ctx: Ctx): Promise<SoaRow | null> => {
  const { rows } = await sql<{ id: string }>`select id from soa where org_id = ${ctx.org.id} and state = 'approved' and archived_at is null`.execute(ctx.tx)
  return rows[0] === undefined ? null : ((await rowsByIds(ctx, soa, [rows[0].id]))[0] as SoaRow)
}

export const supersededVersions = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select id from soa where org_id = ${ctx.org.id} and state = 'superseded'`.execute(ctx.tx)
  return rows.map((r) => r.id)
}

/** A draft that may still be changed, locked; anything else is refused. */
export const openDraft = async (ctx: Ctx, id: string, version?: number): Promise<SoaRow> => {
  const row = await soaById(ctx, id, true)
  authorise(ctx, 'soa:write', {})
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  if (row.state !== 'draft') throw new HengError('soa.frozen', { status: 409 })
  if (version !== undefined && version !== row.version) throw new HengError('versionConflict', { status: 409, data: { current: row } })
  hold(ctx, row.id)
  return row
}

export const frozenContent = async (ctx: Ctx, id: string): Promise<SoaContent | null> => {
  const { rows } = await sql<{ content: SoaContent | null }>`select content from soa where org_id = ${ctx.org.id} and id = ${id}`.execute(
    ctx.tx,
  )
  return rows[0]?.content ?? null
}

interface Move {
  readonly to: SoaState
  readonly action: string
  readonly reason?: string | undefined
  /** Given freezes it, null thaws, left out keeps what stands. */
  readonly content?: SoaContent | null
  readonly approval?: string | null
  readonly approvedAt?: string
  readonly decisions?: readonly { readonly name: string; readonly at: string }[]
}

/** Takes a version to another state, with history. The only way past the rule that what was submitted stands. */
export const move = async (
  ctx: Ctx,
  row: SoaRow,
  { to, action, reason, content, approval, approvedAt, decisions }: Move,
): Promise<SoaRow> => {
  letGo(ctx, row.id)
  const frozen = content === undefined ? sql`content` : sql`${content === null ? null : JSON.stringify(content)}::jsonb`
  const hash = content === undefined ? row.contentHash : content === null ? null : hashOfContent(content)
  const done =
    await sql`update soa set state = ${to}, version = version + 1, updated_at = ${ctx.now}, content = ${frozen}, content_hash = ${hash},
      approval = ${approval === undefined ? row.approval : approval}, approved_at = ${approvedAt ?? row.approvedAt},
      decisions = ${decisions === undefined ? sql`decisions` : sql`${JSON.stringify(decisions)}::jsonb`}
    where org_id = ${ctx.org.id} and id = ${row.id} and version = ${row.version}`.execute(ctx.tx)
  if (Number(done.numAffectedRows ?? 0) !== 1) throw new HengError('versionConflict', { status: 409 })
  await record(ctx, { noun: 'soa', action, reason: reason ?? null }, [
    {
      id: row.id,
      reference: row.reference,
      version: row.version + 1,
      before: { state: row.state, contentHash: row.contentHash },
      after: { state: to, contentHash: hash, ...(approvedAt === undefined ? {} : { approvedAt }) },
    },
  ])
  return { ...row, state: to, version: row.version + 1, updatedAt: ctx.now.toISOString(), contentHash: hash, approval: approval === undefined ? row.approval : approval, approvedAt: approvedAt ?? row.approvedAt }
}
