import { snake } from '../register/columns.ts'
import type { HengModule } from '../module.ts'

export interface PastTable {
  readonly name: string
  /** Columns that are written in bulk and say by what a row was computed: writing them alone makes no version. */
  readonly stamps: readonly string[]
  /** The column that its list is sorted by unless asked otherwise, none for the order of ids; undefined for tables without a list. */
  readonly lead?: readonly string[]
}

/** Every table whose past is kept: those of the registers, of their links, and those that rooms name beside them. By name. */
export const pastTables = (modules: readonly HengModule[]): PastTable[] => {
  const tables = new Map<string, PastTable>()
  const plain = (name: string): void => void tables.set(name, { name, stamps: [] })
  for (const room of modules) {
    for (const reg of room.registers ?? []) {
      const sort = reg.defaultSort.replace(/^-/, '')
      tables.set(reg.table, { name: reg.table, stamps: (reg.options.stamps ?? []).map(snake), lead: sort === 'id' ? [] : [snake(sort)] })
      for (const link of Object.values(reg.links)) plain(link.table)
    }
    for (const name of room.past ?? []) plain(name)
  }
  return [...tables.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Nouns and the tables that hold their records. */
export const nounTables = (modules: readonly HengModule[]): ReadonlyMap<string, string> =>
  new Map(modules.flatMap((room) => (room.registers ?? []).map((reg) => [reg.noun.name, reg.table] as const)))
