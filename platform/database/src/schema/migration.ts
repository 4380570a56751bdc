import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { DatabaseError } from '../errors.ts'

/** One step of a room's schema. Never edited once released: what changes is a further step. */
export interface Migration {
  /** Four digits and a name, `0001_assets`; unique within its module and in the order of application. */
  readonly id: string
  readonly module: string
  /** Statements, or code for what SQL alone cannot do. Runs in a transaction of its own: no COMMIT within. */
  readonly sql: string | ((client: ClientBase) => Promise<void>)
}

/** An applied step as the table `heng_migration` keeps it. */
export interface AppliedMigration {
  readonly module: string
  readonly id: string
  readonly checksum: string
}

/**
 * SHA-256 of the SQL without leading and trailing space, in hexadecimal. A step made of code has no stable text (a formatter or
 * another Node would change it), so its name stands for it.
 */
export function checksumOf({ id, module, sql }: Migration): string {
  const content = typeof sql === 'string' ? sql.replaceAll('\r\n', '\n').trim() : `code ${module}/${id}`
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The order of application: modules as first listed, within a module by id.
 * @throws DatabaseError `migration-order` on a malformed or repeated id
 */
export function inOrder(migrations: readonly Migration[]): Migration[] {
  const byModule = new Map<string, Migration[]>()
  for (const migration of migrations) {
    const own = byModule.get(migration.module) ?? []
    if (!/^\d{4}_[a-z0-9_]+$/.test(migration.id)) {
      throw orderError(`${migration.module}/${migration.id}`, 'ids look like 0001_name', '编号应形如 0001_name')
    }
    if (own.some(({ id }) => id === migration.id)) throw orderError(`${migration.module}/${migration.id}`, 'listed twice', '重复出现')
    byModule.set(migration.module, [...own, migration])
  }
  return [...byModule.values()].flatMap((own) => own.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
}

/**
 * What is still to be applied.
 * @throws DatabaseError `schema-newer` when the database knows steps that the code does not, `migration-changed` when an applied step
 * was edited, `migration-order` when a step would have to go before one of its module that is applied
 */
export function pending(ordered: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const known = new Map(ordered.map((migration) => [`${migration.module}/${migration.id}`, migration]))
  const last = new Map<string, string>()
  for (const { module, id, checksum } of applied) {
    const name = `${module}/${id}`
    const migration = known.get(name)
    if (migration === undefined) throw newer(name)
    if (checksumOf(migration) !== checksum) throw changed(name)
    known.delete(name)
    if (id > (last.get(module) ?? '')) last.set(module, id)
  }
  const rest = [...known.values()]
  const late = rest.find(({ module, id }) => id < (last.get(module) ?? ''))
  if (late === undefined) return rest
  throw orderError(
    `${late.module}/${late.id}`,
    `comes before the applied ${last.get(late.module)}`,
    `排在已应用的 ${last.get(late.module)} 之前`,
  )
}

function newer(name: string): DatabaseError {
  return new DatabaseError('schema-newer', {
    en: `The database has a newer schema than this Heng (it holds ${name}): start the newer version, or restore a backup into a new data folder.`,
    zh: `数据库结构比本版 Heng 新（含 ${name}）：请启动较新的版本，或将备份恢复到新的数据文件夹。`,
  })
}

function changed(name: string): DatabaseError {
  return new DatabaseError('migration-changed', {
    en: `Migration ${name} was changed after it was applied to this database: put it back as it was and add a further migration.`,
    zh: `迁移 ${name} 在应用到此数据库之后被修改：请将其复原，另加新的迁移。`,
  })
}

function orderError(name: string, en: string, zh: string): DatabaseError {
  return new DatabaseError('migration-order', { en: `Migration ${name}: ${en}.`, zh: `迁移 ${name}：${zh}。` })
}
