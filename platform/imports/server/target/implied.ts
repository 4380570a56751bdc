import type { Values } from '@heng/server-kit'
import type { Implied } from './support.ts'

/** Values with what follows from them; what is given stays. */
export const withImplied = (implied: readonly Implied[], values: Values): Values => {
  const all = { ...values }
  for (const { field, from, of } of implied) {
    if ((values[field] ?? null) !== null || (values[from] ?? null) === null) continue
    const value = of(values[from])
    if (value !== null) all[field] = value
  }
  return all
}
