import { inject } from 'vitest'
import type { Locale } from '@heng/contract'
import { reach, type Beginnings } from './beginnings.ts'
import { resume } from './prepared.ts'
import { setStage } from './stage.ts'

/**
 * Opens the product as far as a journey needs it: a copy of what was prepared for this run. On an outside database, which
 * cannot be copied, the way there is walked anew.
 */
export const begin = async <B extends keyof Beginnings>(beginning: B, locale: Locale): Promise<Beginnings[B]> => {
  const prepared = inject('prepared')
  return prepared === null ? reach(await setStage(), locale, beginning) : resume(prepared, locale, beginning)
}
