import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Selection } from '../../contract/scenario.ts'
import { asRoom } from '../asRoom.ts'
import { propertiesOf } from '../knowledge/content.ts'
import { risk } from '../risk/register.ts'
import { note } from './decide.ts'
import { choose, type Chosen } from './selection.ts'
import { assetsNamed, titleOf } from './titles.ts'

interface Input {
  readonly select: Selection
  readonly combine: 'none' | 'weakness'
  readonly owner?: string
}

interface Valued {
  readonly name: string
  readonly value: number
}

const assetsOf = (group: readonly Chosen[]): string[] => [...new Set(group.flatMap((s) => [s.asset, ...s.furtherAssets]))]

/** The most valuable asset comes first: a risk over several assets goes by it. */
const valuesOf = async (ctx: Ctx, rows: readonly Chosen[]): Promise<Map<string, Valued>> => {
  const { rows: values } = await sql<Valued & { id: string }>`select id, name, coalesce(value, 0) as value from asset
    where org_id = ${ctx.org.id} and id = any(${assetsOf(rows)}::uuid[])`.execute(ctx.tx)
  return new Map(values.map((v) => [v.id, v]))
}

const grouped = (rows: readonly Chosen[], combine: Input['combine']): Chosen[][] => {
  if (combine === 'none') return rows.map((r) => [r])
  const groups = new Map<string, Chosen[]>()
  for (const row of rows) {
    const key = `${row.unit} ${row.threat} ${row.vulnerability}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

/** Scenarios become risks of the register, with the asset's owner as risk owner until somebody names another. */
export const confirm = async (ctx: Ctx, { select, combine, owner }: Input) => {
  const { rows, remaining } = await choose(ctx, select)
  const groups = grouped(rows, combine)
  const values = await valuesOf(ctx, groups.filter((g) => assetsOf(g).length > 1).flat())
  const inputs = groups.map((group) => {
    const { threat, vulnerability, title, owner: assetOwner } = group[0]!
    const [asset, ...furtherAssets] = assetsOf(group).toSorted((a, b) => (values.get(b)?.value ?? 0) - (values.get(a)?.value ?? 0))
    return {
      title: group.length > 1 ? titleOf(threat, vulnerability, assetsNamed(values.get(asset!)!.name, furtherAssets.length + 1)) : title,
      asset, furtherAssets, threat, vulnerability, properties: propertiesOf(threat),
      owner: owner ?? assetOwner, source: 'generated',
    }
  })
  const risks = await createRecords(asRoom(ctx), risk, inputs)
  const riskOf = new Map(groups.flatMap((group, i) => group.map((s) => [s.id, risks[i]!.id] as const)))
  await note(ctx, rows, 'confirmed', (row) => ({ risk: riskOf.get(row.id)! }))
  return { done: rows.length, risks: risks.map((r) => r.id), remaining }
}
