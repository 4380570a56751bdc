import type { Locale } from '@heng/contract'
import type { Comparison } from '../../contract/compare.ts'
import type { SoaRow } from '../soa/store.ts'
import { titleFor } from '../soa/title.ts'

/** What names a version in a comparison. */
export const pickHead = (
  locale: Locale,
  { id, reference, title, number, state, editionEn, editionZh, approvedAt, contentHash }: SoaRow,
): Comparison['a'] => ({ id, reference, title: titleFor(locale, title), number, state, editionEn, editionZh, approvedAt, contentHash })
