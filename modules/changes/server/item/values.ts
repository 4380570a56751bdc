import { HengError, invalid } from '@heng/contract'
import { fromIssues, type AnyRegister, type Ctx, type Values } from '@heng/server-kit'
import type { z } from 'zod'
import { specialOf } from '../special/fields.ts'

const within = (error: HengError, path: string): HengError =>
  new HengError(error.code, { status: error.status, params: error.params, fields: (error.fields ?? []).map((f) => ({ ...f, path: f.path === '' ? path : `${path}.${f.path}` })) })

const parsed = (schema: z.ZodType, value: unknown, path: string): unknown => {
  const read = schema.safeParse(value)
  if (!read.success) throw within(fromIssues(read.error.issues), path)
  return read.data
}

/** Links come back from the database in order; proposed ones are kept so, too. */
const sorted = (reg: AnyRegister, key: string, value: unknown): unknown => (reg.noun.fields[key]?.kind === 'records' && Array.isArray(value) ? [...new Set(value as string[])].toSorted() : value)

/** Proposed values, each checked as its verb would check it. Throws `invalid` naming the field below `values`. */
export const checkedValues = async (ctx: Ctx, reg: AnyRegister, action: 'create' | 'update', values: Values): Promise<Values> => {
  const checked: Values = {}
  const plain: Values = {}
  for (const [key, value] of Object.entries(values)) {
    const special = specialOf(reg.noun.name, key)
    if (special === undefined) {
      plain[key] = value
      continue
    }
    if (value === null) throw invalid(`values.${key}`, 'required')
    checked[key] = parsed(special.schema, value, `values.${key}`)
    await special.check?.(ctx, checked[key])
  }
  const read = parsed(action === 'create' ? reg.noun.create : reg.noun.update, plain, 'values') as Values
  for (const [key, value] of Object.entries(read)) if (value !== undefined) checked[key] = sorted(reg, key, value)
  return checked
}
