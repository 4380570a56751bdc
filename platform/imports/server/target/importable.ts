import { HengError, type Field } from '@heng/contract'
import { createRecords, keepsVerb, updateRecords, type AnyRegister, type Kit } from '@heng/server-kit'
import { furtherField } from './further.ts'
import { importSupport, type ImportSupport } from './support.ts'

/** A register that rows can be imported into, with the writes that keep its rules. */
export interface Target {
  readonly reg: AnyRegister
  readonly support: ImportSupport | undefined
  /** Fields of the noun and, beside them, the columns that its room adds. */
  readonly fields: Readonly<Record<string, Field>>
  readonly create: NonNullable<ImportSupport['create']>
  readonly update: NonNullable<ImportSupport['update']>
}

/** The register of a noun as a target of imports; undefined when it says `importable: false`, or its room has verbs of its own and no import of its own. */
export const targetOf = (kit: Kit, noun: string): Target | undefined => {
  const reg = kit.registers.get(noun)
  if (reg === undefined || reg.options.importable === false) return undefined
  const support = importSupport.of(kit).find((one) => one.noun === noun)
  const create = support?.create ?? (keepsVerb(kit, reg, 'create') ? genericCreate : undefined)
  const update = support?.update ?? (keepsVerb(kit, reg, 'update') ? genericUpdate : undefined)
  return create === undefined || update === undefined ? undefined : { reg, support, create, update, fields: fieldsOf(reg, support) }
}

const fieldsOf = ({ noun }: AnyRegister, support: ImportSupport | undefined): Target['fields'] => {
  const further = support?.further?.columns ?? []
  const taken = further.find(({ name }) => noun.fields[name] !== undefined)
  if (taken !== undefined) throw new Error(`the column "${taken.name}" is a field of the noun "${noun.name}"`)
  return { ...noun.fields, ...Object.fromEntries(further.map(({ name }) => [name, furtherField])) }
}

const genericCreate: Target['create'] = (ctx, reg, rows, reason, options) =>
  createRecords(ctx, reg, rows.map(({ id, values }) => ({ ...values, id })), reason, options)

const genericUpdate: Target['update'] = (ctx, reg, rows, reason, options) => updateRecords(ctx, reg, rows, reason, 'updated', options)

/** As `targetOf`. Throws `import.notImportable`. */
export const theTarget = (kit: Kit, noun: string): Target => {
  const target = targetOf(kit, noun)
  if (target === undefined) throw new HengError('import.notImportable', { params: { noun: noun.slice(0, 60) } })
  return target
}

/** Fields that a file may fill, in the noun's order, and then the columns that its room adds. */
export const importableFields = ({ reg, fields }: Target): string[] =>
  Object.entries(fields).filter(([key, f]) => f.writable && f.kind !== 'json' && !reg.virtual.has(key)).map(([key]) => key)
