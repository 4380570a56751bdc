import type { Ctx } from '@heng/server-kit'
import type { Finding } from '../../contract/check.ts'

export type RiskBrief = Finding['risks'][number]

/** Risks that make a control necessary, by the number of the line: `A.5.1`, or the reference of an own control. */
export type Needs = ReadonlyMap<string, readonly RiskBrief[]>

export const needsOf = async (_ctx: Ctx): Promise<Needs> => new Map()
