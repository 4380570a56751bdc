import type { Ctx } from '@heng/server-kit'
import type { Reduction } from '../../contract/index.ts'

/** What controls and planned measures do to each of these risks in money, as evidence has it today. */
export const reductionsOf = async (_ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, readonly Reduction[]>> => new Map(risks.map((id) => [id, []]))
