import { knowledge } from '@heng/content-knowledge'
import { asSystem, createRecords, type Kit, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { createUser } from '../../platform/directory/server/account/create.ts'
import { createRandom, type Random } from './random.ts'

export interface Size {
  readonly assets: number
  readonly people: number
  readonly units: number
  readonly seed: number
}
export const standardSize: Size = { assets: 10_000, people: 500, units: 60, seed: 20_260_101 }

export interface Planted {
  readonly orgId: string
  readonly slug: string
  readonly email: string
  readonly password: string
  readonly assetIds: readonly string[]
}

const families = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', 'Smith', 'Novak', 'Tanaka', 'Garcia', 'Kim']
const given = ['伟', '芳', '娜', '敏', '静', '丽', '强', '磊', '军', '洋', 'Anna', 'Ben', 'Chris', 'Dana', 'Eva']
const places = ['上海', '苏州', '深圳', '成都', 'Shanghai', 'Suzhou']
const subjects = ['订单', '财务', '人事', '研发', '图纸', '供应链', '质量', '仓储', '客户', '门户', 'MES', 'ERP', 'CRM', 'PLM', 'Mail', 'VPN']

const register = (kit: Kit, noun: string) => {
  const found = kit.registers.get(noun)
  if (found === undefined) throw new Error(`no room brings the noun "${noun}"`)
  return found
}

/** Plants one organisation through the same set-based path as every verb: history, search and events included. */
export const plant = async (kit: Kit, size: Size, say: (line: string) => void, slug = 'bench'): Promise<Planted> => {
  const random = createRandom(size.seed)
  const orgId = v7()
  const email = `manager@${slug}.example`
  const password = 'bench-manager-of-the-house-7'
  await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
    values (${orgId}, ${slug}, '衡量制造 Bench', 'zh-CN', 'Asia/Shanghai', 'CNY', '{"riskMethod":"gbt20984-2022"}')`.execute(kit.db)
  const system = <T>(work: Parameters<typeof asSystem<T>>[4]) => asSystem(kit, orgId, 'job', 'seed', work)
  const began = performance.now()
  const units = await system((ctx) => plantUnits(ctx, kit, random, size.units))
  const people = await system((ctx) =>
    createRecords(ctx, register(kit, 'person'), Array.from({ length: size.people }, (_, i) => ({
      name: i === 0 ? '林管理' : `${random.pick(families)}${random.pick(given)}${i}`,
      email: i === 0 ? email : `p${i}@${slug}.example`, unit: random.pick(units).id, jobTitle: random.pick(['工程师', '经理', '主管', '专员']),
    }))),
  )
  const userId = await kit.db.transaction().execute((tx) => createUser(tx as never, { name: '林管理', email, password, locale: 'zh-CN' }))
  await system(async (ctx) => {
    await sql`insert into membership (org_id, user_id, person) values (${orgId}, ${userId}, ${people[0]!.id})`.execute(ctx.tx)
    await createRecords(ctx, register(kit, 'roleAssignment'), [{ person: people[0]!.id, role: 'ismsManager' }])
  })
  say(`units and people: ${Math.round(performance.now() - began)} ms`)
  const before = performance.now()
  const assetIds: string[] = []
  for (let from = 0; from < size.assets; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, size.assets - from) }, (_, i) => assetOf(random, from + i, units, people))
    const made = await system((ctx) => createRecords(ctx, register(kit, 'asset'), rows))
    assetIds.push(...made.map((a) => a.id))
  }
  say(`${size.assets} assets: ${Math.round(performance.now() - before)} ms`)
  return { orgId, slug, email, password, assetIds }
}

const plantUnits = async (ctx: Parameters<typeof createRecords>[0], kit: Kit, random: Random, count: number): Promise<StoredRow[]> => {
  const unit = register(kit, 'unit')
  const [root] = await createRecords(ctx, unit, [{ name: '总部', code: 'HQ' }])
  const divisions = await createRecords(ctx, unit, Array.from({ length: 8 }, (_, i) => ({ name: `事业部${i + 1}`, code: `D${i + 1}`, parent: root!.id })))
  const teams = await createRecords(ctx, unit, Array.from({ length: count - 9 }, (_, i) => ({ name: `部门${i + 1}`, code: `T${i + 1}`, parent: random.pick(divisions).id })))
  return [root!, ...divisions, ...teams]
}

const assetOf = (random: Random, i: number, units: readonly StoredRow[], people: readonly StoredRow[]) => {
  const type = random.pick(knowledge().assetTypes)
  const level = () => (random.chance(0.05) ? null : random.integer(1, 5))
  return {
    name: `${random.pick(subjects)}${type.title['zh-CN']} ${i + 1}`,
    tier: type.tier, type: type.id, unit: random.pick(units).id, owner: random.pick(people).id,
    classification: random.pick(['public', 'internal', 'sensitive', 'core']), location: random.pick(places), lifecycle: 'inUse',
    confidentiality: level(), integrity: level(), availability: level(), description: `${type.title.en}, ${random.pick(places)}`,
  }
}
