import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Place } from './place.ts'

const columns = [
  { name: 'id', type: 'uuid' }, { name: 'reference', type: 'text' }, { name: 'title_en', type: 'text' }, { name: 'title_zh', type: 'text' },
  { name: 'standing', type: 'text' }, { name: 'level_standing', type: 'text' }, { name: 'planned_standing', type: 'text' },
  { name: 'expected_standing', type: 'text' }, { name: 'extreme_standing', type: 'text' }, { name: 'current_level', type: 'smallint' }, { name: 'residual_level', type: 'smallint' },
  { name: 'expected_loss_minor', type: 'bigint' }, { name: 'expected_loss_currency', type: 'text' }, { name: 'extreme_loss_minor', type: 'bigint' }, { name: 'extreme_loss_currency', type: 'text' },
  { name: 'beyond', type: 'text[]' }, { name: 'level_line', type: 'text' }, { name: 'expected_line', type: 'text' }, { name: 'extreme_line', type: 'text' },
  { name: 'owner', type: 'uuid' }, { name: 'unit', type: 'uuid' }, { name: 'asset_type', type: 'text' }, { name: 'told', type: 'text' }, { name: 'since', type: 'timestamptz' },
] as const

const money = (minor: number | null, currency: string) => ({ minor, currency: minor === null ? null : currency })

const rowOf = (place: Place, currency: string) => {
  const { risk, loss, lines } = place
  const [expected, extreme] = [money(loss.expected, currency), money(loss.extreme, currency)]
  return {
    id: risk.id, reference: risk.reference, title_en: risk.titleEn, title_zh: risk.titleZh,
    standing: place.standing, level_standing: place.level, planned_standing: place.planned, expected_standing: place.expected, extreme_standing: place.extreme,
    current_level: risk.currentLevel, residual_level: risk.residualLevel,
    expected_loss_minor: expected.minor, expected_loss_currency: expected.currency, extreme_loss_minor: extreme.minor, extreme_loss_currency: extreme.currency,
    beyond: place.beyond, level_line: lines.level?.id ?? null, expected_line: lines.expected?.id ?? null, extreme_line: lines.extreme?.id ?? null,
    owner: risk.owner, unit: risk.unit, asset_type: risk.assetType,
  }
}

/** Writes the positions that are others than before; one statement. Returns how many. */
export const writePositions = async (ctx: Ctx, places: readonly Place[], currency: string): Promise<number> => {
  const fresh = places.flatMap((place) => {
    const row = rowOf(place, currency)
    const told = JSON.stringify(Object.values(row))
    const was = place.risk.position
    return was?.told === told ? [] : [{ ...row, told, since: was !== null && was.standing === place.standing ? was.since : ctx.now }]
  })
  if (fresh.length === 0) return 0
  const names = sql.join(columns.map((c) => sql.ref(c.name)))
  const changed = columns.filter((c) => c.name !== 'id')
  await sql`insert into appetite_position (org_id, created_at, updated_at, risk, ${names})
    select ${ctx.org.id}, ${ctx.now}, ${ctx.now}, r.id, ${sql.join(columns.map((c) => sql.ref(`r.${c.name}`)))} from ${rowset(columns, fresh)}
    on conflict (org_id, id) do update set updated_at = excluded.updated_at, version = appetite_position.version + 1,
      ${sql.join(changed.map((c) => sql`${sql.ref(c.name)} = ${sql.ref(`excluded.${c.name}`)}`))}`.execute(ctx.tx)
  return fresh.length
}

/** Risks that ended, or that no statement speaks of any more, stand nowhere. */
export const dropPositions = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  if (risks.length > 0) await sql`delete from appetite_position where org_id = ${ctx.org.id} and id = any(${risks}::uuid[])`.execute(ctx.tx)
}
