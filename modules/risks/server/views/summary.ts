import type { Text } from '@heng/contract'
import { labelsFor, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Basis } from '../../method/figures.ts'
import { threatOf, vulnerabilityOf } from '../knowledge/content.ts'
import { criteriaInForce } from '../method/inForce.ts'
import { columnsOf, levelKey, visibleRisks } from './reach.ts'

type By = 'unit' | 'asset' | 'threat' | 'vulnerability' | 'owner'
const nouns: Readonly<Partial<Record<By, string>>> = { unit: 'unit', asset: 'asset', owner: 'person' }

const nameless: Text = { en: 'Not given', 'zh-CN': '未填写' }

/** Names of groups: records by their label, threats and vulnerabilities from the knowledge base. */
export const groupNames = async (ctx: Ctx, by: By, keys: readonly (string | null)[]): Promise<(key: string | null) => Text> => {
  const known = keys.filter((k) => k !== null)
  const noun = nouns[by]
  const labels = noun === undefined ? {} : await labelsFor(ctx, noun, known)
  return (key) => {
    if (key === null) return nameless
    if (noun !== undefined) return { en: labels[key]?.text ?? key, 'zh-CN': labels[key]?.text ?? key }
    return (by === 'threat' ? threatOf(key) : vulnerabilityOf(key))?.title ?? { en: key, 'zh-CN': key }
  }
}

interface Row {
  readonly key: string | null
  readonly total: number
  readonly worst: number | null
  readonly levels: readonly { level: number | null; n: number }[]
}

/** Open risks in groups, the worst first; three statements whatever the size. */
export const summary = async (ctx: Ctx, { by, basis, limit }: { by: By; basis: Basis; limit: number }) => {
  const criteria = await criteriaInForce(ctx)
  const { level } = columnsOf(basis)
  const key = sql.ref(`t.${by}`)
  const { rows } = await sql<Row>`
    with counted as (select ${key} as key, ${level} as level, count(*)::int as n from risk t where ${visibleRisks(ctx)} group by 1, 2)
    select key, sum(n)::int as total, max(level) as worst, jsonb_agg(jsonb_build_object('level', level, 'n', n)) as levels
    from counted group by key order by max(level) desc nulls last, sum(n) filter (where level = (select max(level) from counted)) desc nulls last, sum(n) desc, key limit ${limit}`.execute(ctx.tx)
  const nameOf = await groupNames(ctx, by, rows.map((r) => r.key))
  return {
    basis, levels: criteria?.method.definition.levels.map(({ value, title }) => ({ value, title })) ?? [],
    groups: rows.map((r) => {
      const byLevel = Object.fromEntries(r.levels.map((l) => [levelKey(l.level), l.n]))
      return { key: r.key, label: nameOf(r.key), total: r.total, worst: r.worst, byLevel, notAssessed: byLevel['-'] ?? 0 }
    }),
  }
}
