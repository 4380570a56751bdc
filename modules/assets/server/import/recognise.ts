import type { CustomKey } from '@heng/imports/reads'
import { reachCondition, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import { identifierKinds } from '../../contract/identity.ts'
import { asset } from '../asset/register.ts'
import type { Identifier } from '../identifier/normalise.ts'
import { judge, type KnownAsset } from '../scan/match.ts'

const identifiersIn = (values: Values): Identifier[] =>
  identifierKinds.flatMap((kind) => ((values[kind] as readonly string[] | undefined) ?? []).map((value) => ({ kind, value })))

/** Active assets that the caller may see and that share an identifier with any of these. One statement. */
const sharing = async (ctx: Ctx, wanted: readonly Identifier[]): Promise<readonly KnownAsset[]> => {
  const { rows } = await sql<{ id: string; identifiers: Identifier[] }>`
    select t.id, (select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value)) from asset_identifier i where i.org_id = t.org_id and i.asset = t.id) as identifiers
    from asset t where t.org_id = ${ctx.org.id} and t.archived_at is null and ${reachCondition(ctx, asset) ?? sql`true`} and t.id in (
      select i.asset from asset_identifier i join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(kind text, value text) on w.kind = i.kind and w.value = i.value
      where i.org_id = ${ctx.org.id})`.execute(ctx.tx)
  // Whether the caller may change it, the import itself asks of every row.
  return rows.map((row) => ({ ...row, writable: true }))
}

/** Recognises assets as a scan does: by the strongest identifier that agrees and that no stronger one contradicts, never by an address. */
export const byIdentifiers: CustomKey = {
  name: 'identifiers',
  title: { en: 'Identifiers (serial number, asset tag, MAC address, host name; never an IP address alone)', 'zh-CN': '资产标识（序列号、资产标签、MAC 地址、主机名；仅 IP 相同不视为同一资产）' },
  needs: identifierKinds.filter((kind) => kind !== 'ip'),
  find: async (ctx, rows) => {
    const given = rows.map(({ values }) => identifiersIn(values))
    const known = new Map<string, KnownAsset[]>()
    const wanted = given.flat()
    for (const one of wanted.length === 0 ? [] : await sharing(ctx, wanted)) {
      for (const { kind, value } of one.identifiers) known.set(`${kind} ${value}`, [...(known.get(`${kind} ${value}`) ?? []), one])
    }
    return given.map((identifiers) => {
      const verdict = judge(identifiers, [...new Set(identifiers.flatMap(({ kind, value }) => known.get(`${kind} ${value}`) ?? []))])
      if (verdict.kind === 'match') return [verdict.asset]
      return verdict.kind === 'possible' ? verdict.candidates.filter(({ doubt }) => doubt === 'several').map((one) => one.asset) : []
    })
  },
}
