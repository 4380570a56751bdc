import type { Values } from '@heng/server-kit'
import type { Implied } from './support.ts'

/** Values with what follows from them; what is given stays. */
export const withImplied = (implied: readonly Implied[], values: Values): Values => {
  const follows = implied.map(({ field, from, of }) => [field, (values[field] ?? null) !== null || (values[from] ?? null) === null ? null : of(values[from])] as const)
  return { ...values, ...Object.fromEntries(follows.filter(([, value]) => value !== null)) }
}
