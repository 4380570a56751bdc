import type { Text } from './text.ts'

/**
 * - `level-falls`: a factor gets worse and the outcome better (the method contradicts itself);
 * - `cells-fall`: the same inside one table, even where the outcome does not show it;
 * - `ties`: cells of one table share a value, so their risks cannot be ranked by it;
 * - `unreachable-level`: a named level that no input reaches;
 * - `no-effect`: a factor that never changes the outcome;
 * - `level-jump`: one step of one factor moves the outcome by two levels or more.
 */
export type LintCode = 'level-falls' | 'cells-fall' | 'ties' | 'unreachable-level' | 'no-effect' | 'level-jump'

/** One finding. `where` names the factor, the stage or the level; `count` how often it happens; the text one example. */
export interface LintFinding {
  code: LintCode
  severity: 'error' | 'warning' | 'info'
  where: string
  count: number
  message: Text
}
