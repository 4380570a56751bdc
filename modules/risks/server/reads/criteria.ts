import type { Text } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { AcceptanceRule } from '../../contract/criteria.ts'
import { criteriaInForce as found } from '../method/inForce.ts'

export interface CriteriaRead {
  readonly id: string
  readonly reference: string
  /** The method, `id@version`. */
  readonly name: string
  /** Not approved yet: figures are provisional. */
  readonly provisional: boolean
  /** The lowest first. */
  readonly levels: readonly { readonly value: number; readonly title: Text }[]
  readonly acceptance: readonly AcceptanceRule[]
}

/** The criteria that ratings follow now; null before there are any. One statement at most. */
export const criteriaInForce = async (ctx: Ctx): Promise<CriteriaRead | null> => {
  const criteria = await found(ctx)
  if (criteria === null) return null
  const levels = criteria.method.definition.levels.map(({ value, title }) => ({ value, title })).toSorted((a, b) => a.value - b.value)
  return { id: criteria.id, reference: criteria.reference, name: criteria.name, provisional: criteria.provisional, levels, acceptance: criteria.acceptance }
}
