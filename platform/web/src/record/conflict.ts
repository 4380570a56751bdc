import type { Values } from '../form/formModel.ts'

/** A field that two people set differently. */
export interface Conflict {
  readonly name: string
  readonly mine: unknown
  readonly theirs: unknown
}

const same = (a: unknown, b: unknown): boolean => (a ?? null) === (b ?? null) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Compares what I changed with what stands now. `clashes` are fields that somebody else changed too, to something else;
 * `untouched` are my changes that nobody else touched and that can be saved without asking.
 */
export const compareVersions = (before: Values, changes: Values, current: Values): { readonly clashes: readonly Conflict[]; readonly untouched: Values } => {
  const clashes: Conflict[] = []
  const untouched: Record<string, unknown> = {}
  for (const [name, mine] of Object.entries(changes)) {
    const theirs = current[name] ?? null
    if (same(mine, theirs)) continue
    if (same(before[name], theirs)) untouched[name] = mine
    else clashes.push({ name, mine, theirs })
  }
  return { clashes, untouched }
}

/** What to save after the reader has chosen: my untouched changes and the clashes decided for me. */
export const resolveConflict = (clashes: readonly Conflict[], untouched: Values, mine: ReadonlySet<string>): Record<string, unknown> => ({
  ...untouched,
  ...Object.fromEntries(clashes.filter(({ name }) => mine.has(name)).map((clash) => [clash.name, clash.mine])),
})
