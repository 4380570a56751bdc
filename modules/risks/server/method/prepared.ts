import type { MethodDefinition } from '@heng/engine-risk'
import { prepare, type Method } from '../../method/prepare.ts'

const ready = new Map<string, Method>()
const most = 64

/** A definition made ready for rating, kept by its hash: many organisations share the built-in ones. */
export const preparedMethod = (hash: string, definition: MethodDefinition): Method => {
  const known = ready.get(hash)
  if (known !== undefined) return known
  const method = prepare(definition)
  if (ready.size >= most) ready.delete(ready.keys().next().value!)
  ready.set(hash, method)
  return method
}
