import type { MethodDefinition } from '../schema.ts'
import { gbt20984Matrix, gbt20984MatrixAlternative } from './gbt20984-matrix.ts'
import { gbt20984Multiply } from './gbt20984-multiply.ts'
import { gbt20984Process } from './gbt20984-2022.ts'
import { iso27005Grid } from './iso27005-5x5.ts'
import { nist80030 } from './nist800-30.ts'

/** The method offered first. */
export const defaultMethodId = 'gbt20984-2022'

/** Stands for "a definition of the organisation's own": needs one given, whatever its id. */
export const customMethodId = 'custom-matrix'

/**
 * Every built-in definition. A published version is never edited: a change is a new entry with a new version,
 * put before the old one, so that an old result can be computed again as it was.
 */
export const builtInMethods: readonly MethodDefinition[] = Object.freeze([
  gbt20984Process,
  gbt20984Matrix,
  gbt20984MatrixAlternative,
  gbt20984Multiply,
  iso27005Grid,
  nist80030,
])

/** The method ids one may ask for, the default first and `custom-matrix` last. */
export const methodIds: readonly string[] = Object.freeze([...new Set(builtInMethods.map((method) => method.id)), customMethodId])

/** Finds a built-in method by `id` (its preferred version) or by `id@version` (exactly that one). */
export function findMethod(reference: string): MethodDefinition | undefined {
  return builtInMethods.find(({ id, version }) => reference === id || reference === `${id}@${version}`)
}
