import type { Basis } from '../../method/figures.ts'

/** Bases that a map shows, from what would be without controls to what is planned. */
export const basesOfMap = ['inherent', 'evidenced', 'current', 'residual'] as const satisfies readonly Basis[]
