import type { CustomKey } from '@heng/imports/reads'
import type { Ctx, Values } from '@heng/server-kit'
import { identifierKinds } from '../../contract/identity.ts'
import { activeAssets, holdersOf, identifiersOfAssets } from '../identifier/find.ts'
import type { Identifier } from '../identifier/normalise.ts'
import { judge, type KnownAsset } from '../scan/match.ts'

const identifiersIn = (values: Values): Identifier[] =>
  identifierKinds.flatMap((kind) => ((values[kind] as readonly string[] | undefined) ?? []).map((value) => ({ kind, value })))

/** Active assets that the caller may see and that share an identifier with any of these. Three statements. */
const sharing = async (ctx: Ctx, wanted: readonly Identifier[]): Promise<readonly KnownAsset[]> => {
  const found = await holdersOf(ctx, wanted)
  const visible = await activeAssets(ctx, [...new Set(found.map(({ asset }) => asset))], true)
  const byAsset = Map.groupBy(await identifiersOfAssets(ctx, [...visible]), ({ asset }) => asset)
  // Whether the caller may change it, the import itself asks of every row.
  return [...byAsset].map(([id, identifiers]) => ({ id, identifiers, writable: true }))
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
    for (const one of await sharing(ctx, wanted)) {
      for (const { kind, value } of one.identifiers) known.set(`${kind} ${value}`, [...(known.get(`${kind} ${value}`) ?? []), one])
    }
    return given.map((identifiers) => {
      const verdict = judge(identifiers, [...new Set(identifiers.flatMap(({ kind, value }) => known.get(`${kind} ${value}`) ?? []))])
      if (verdict.kind === 'match') return [verdict.asset]
      return verdict.kind === 'possible' ? verdict.candidates.filter(({ doubt }) => doubt === 'several').map((one) => one.asset) : []
    })
  },
}
