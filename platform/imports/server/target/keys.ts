import type { AnyRegister, Ctx } from '@heng/server-kit'
import type { MatchKey } from '../../contract/index.ts'
import type { Target } from './importable.ts'
import { uniqueFields } from './unique.ts'

const has = (reg: AnyRegister, key: string): boolean => reg.noun.fields[key]?.writable === true && !reg.virtual.has(key)

/**
 * Ways to recognise a record of the register, surest first: its reference, what only the room knows, unique fields,
 * the name within its unit, the name alone.
 */
export const matchKeys = async (ctx: Ctx, { reg, support }: Target): Promise<MatchKey[]> => {
  const unique = await uniqueFields(ctx, reg)
  const keys: MatchKey[] = [{ fields: ['reference'], unique: true, title: null }]
  for (const custom of support?.keys ?? []) keys.push({ fields: [custom.name], unique: false, title: custom.title, anyOf: custom.needs && [...custom.needs] })
  for (const { field } of unique) if (has(reg, field)) keys.push({ fields: [field], unique: true, title: null })
  const { label, unit, fields } = reg.noun
  const named = has(reg, label) && (fields[label]!.kind === 'text' || fields[label]!.kind === 'longText')
  if (named && unit !== undefined && has(reg, unit) && unit !== label) keys.push({ fields: [unit, label], unique: false, title: null })
  if (named && !unique.some((one) => one.field === label)) keys.push({ fields: [label], unique: false, title: null })
  return keys
}

export const sameKey = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key) => b.includes(key))
