import { isOperation, metaOf, type Contract } from '@heng/contract'
import type { Kit } from '../kit.ts'
import type { AnyRegister } from './types.ts'

type Tree = Readonly<Record<string, unknown>>

const handlerOf = (contract: Contract, handlers: unknown, id: string): unknown => {
  for (const [key, node] of Object.entries(contract)) {
    const handler = (handlers as Tree | undefined)?.[key]
    if (isOperation(node)) {
      if (metaOf(node).id === id) return handler
    } else {
      const found = handlerOf(node as Contract, handler, id)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Whether the verb that serves `noun.list`, `noun.create` and so on is the register's own, so that its set-based write keeps every rule. */
export const keepsVerb = (kit: Kit, reg: AnyRegister, verb: 'list' | 'create' | 'update' | 'archive'): boolean => {
  const own = (reg as { handlers?: Tree }).handlers?.[verb]
  return own !== undefined && kit.modules.some((m) => m.contract !== undefined && handlerOf(m.contract, m.handlers, `${reg.noun.name}.${verb}`) === own)
}
