import { asSystem, createRecords, type Ctx, type Kit, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { createUser } from '../../../platform/directory/server/account/create.ts'
import type { Random } from './random.ts'
import { registerOf, type Account, type Size } from './size.ts'

const families = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', 'Smith', 'Novak', 'Tanaka', 'Garcia', 'Kim']
const given = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', 'Anna', 'Ben', 'Chris', 'Dana', 'Eva']

export interface House {
  readonly orgId: string
  readonly units: readonly StoredRow[]
  readonly people: readonly StoredRow[]
}

/** The organisation with its units, people and the two accounts that the measures need. */
export const plantPeople = async (kit: Kit, size: Size, random: Random, slug: string, accounts: readonly Account[]): Promise<House> => {
  const orgId = v7()
  await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
    values (${orgId}, ${slug}, '衡量制造 Bench', 'zh-CN', 'Asia/Shanghai', 'CNY', '{"riskMethod":"gbt20984-2022"}')`.execute(kit.db)
  const system = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem(kit, orgId, 'job', 'seed', work)
  const units = await system((ctx) => plantUnits(ctx, kit, random, size.units))
  const people = await system((ctx) =>
    createRecords(ctx, registerOf(kit, 'person'), Array.from({ length: size.people }, (_, i) => ({
      name: accounts[i]?.name ?? `${random.pick(families)}${random.pick(given)}${i}`,
      email: accounts[i]?.email ?? `p${i}@${slug}.example`, unit: random.pick(units).id, jobTitle: random.pick(['工程师', '经理', '主管', '专员']),
    }))),
  )
  for (const [i, { name, email, password, role }] of accounts.entries()) {
    const userId = await kit.db.transaction().execute((tx) => createUser(tx as never, { name, email, password, locale: 'zh-CN' }))
    await system(async (ctx) => {
      await sql`insert into membership (org_id, user_id, person) values (${orgId}, ${userId}, ${people[i]!.id})`.execute(ctx.tx)
      await createRecords(ctx, registerOf(kit, 'roleAssignment'), [{ person: people[i]!.id, role }])
    })
  }
  return { orgId, units, people }
}

const plantUnits = async (ctx: Ctx, kit: Kit, random: Random, count: number): Promise<StoredRow[]> => {
  const unit = registerOf(kit, 'unit')
  const [root] = await createRecords(ctx, unit, [{ name: '总部', code: 'HQ' }])
  const divisions = await createRecords(ctx, unit, Array.from({ length: 8 }, (_, i) => ({ name: `事业部${i + 1}`, code: `D${i + 1}`, parent: root!.id })))
  const teams = await createRecords(ctx, unit, Array.from({ length: count - 9 }, (_, i) => ({ name: `部门${i + 1}`, code: `T${i + 1}`, parent: random.pick(divisions).id })))
  return [root!, ...divisions, ...teams]
}
