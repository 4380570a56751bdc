import type { AnyNoun, Fields, Noun } from '@heng/contract'
import { snake } from './columns.ts'
import { registerHandlers } from './handlers.ts'
import type { AnyRegister, Register, RegisterOptions } from './types.ts'

/** Makes a noun a register: its table, its rules, and the verbs that every register has. */
export const register = <F extends Fields>(noun: Noun<F>, options: RegisterOptions): Register<F> => {
  const computed = options.computed ?? {}
  const reg: AnyRegister = {
    noun: noun as unknown as AnyNoun,
    table: options.table,
    defaultSort: options.defaultSort ?? '-id',
    links: options.links ?? {},
    computed: Object.fromEntries(Object.entries(computed).map(([key, value]) => [snake(key), value])),
    virtual: new Set(Object.keys(computed)),
    options,
  }
  return { ...reg, handlers: registerHandlers(reg) as never }
}
