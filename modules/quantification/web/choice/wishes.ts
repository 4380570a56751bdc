/** What somebody asks of a measure. */
export interface Wish {
  readonly as: 'free' | 'mandatory' | 'excluded'
  readonly upkeep?: number | undefined
  readonly requires: readonly string[]
  readonly conflicts: readonly string[]
}
export const noWish: Wish = { as: 'free', requires: [], conflicts: [] }
export type Wishes = Readonly<Record<string, Wish>>

/** Wishes as the contract takes them; measures of which nothing is asked are left out. */
export const wishesAsked = (wishes: Wishes) => Object.entries(wishes).flatMap(([id, { as, upkeep = 0, requires, conflicts }]) =>
  as === 'free' && upkeep === 0 && requires.length === 0 && conflicts.length === 0 ? [] : [{ id, upkeep, mandatory: as === 'mandatory', excluded: as === 'excluded', requires: [...requires], conflicts: [...conflicts] }])
