import { mappings } from '@heng/content-frameworks'
import { createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { mapping } from './register.ts'

interface Ends {
  readonly key: string
  readonly id: string
  readonly refs: Readonly<Record<string, string>>
}

/** Current frameworks with their requirement ids by number; one statement. */
const endsOf = async (ctx: Ctx, keys: readonly string[]): Promise<Map<string, Ends>> => {
  const { rows } = await sql<Ends>`select f.key, f.id, json_object_agg(r.ref, r.id) as refs
    from framework f join requirement r on r.org_id = f.org_id and r.framework = f.id
    where f.org_id = ${ctx.org.id} and f.key = any(${keys}::text[]) and f.state = 'current' group by 1, 2`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.key, row]))
}

/** Installs every shipped mapping of a catalogue whose other end is here too; pairs that stand already are left alone. */
export const installMappings = async (ctx: Ctx, key: string): Promise<void> => {
  const concerned = mappings().filter((m) => m.source === key || m.target === key)
  if (concerned.length === 0) return
  const ends = await endsOf(ctx, [...new Set(concerned.flatMap((m) => [m.source, m.target]))])
  for (const set of concerned) {
    const [source, target] = [ends.get(set.source), ends.get(set.target)]
    if (source === undefined || target === undefined) continue
    const common = { origin: 'shipped', provenanceEn: set.provenance.en, provenanceZh: set.provenance['zh-CN'] }
    await createRecords(ctx, mapping, [
      ...set.pairs.map((pair) => ({
        ...common,
        source: source.refs[pair.source],
        target: target.refs[pair.target],
        relationship: pair.relationship,
        rationaleEn: pair.rationale.en,
        rationaleZh: pair.rationale['zh-CN'],
      })),
      ...set.gaps.map((gap) => ({
        ...common,
        source: source.refs[gap.ref],
        target: null,
        targetFramework: target.id,
        relationship: 'none',
        rationaleEn: gap.note.en,
        rationaleZh: gap.note['zh-CN'],
      })),
    ])
  }
}
