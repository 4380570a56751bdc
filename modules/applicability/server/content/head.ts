import type { Comparison } from '../../contract/compare.ts'
import type { SoaRow } from '../soa/store.ts'

/** What names a version in a comparison. */
export const pickHead = ({ id, reference, title, number, state, editionEn, editionZh, approvedAt, contentHash }: SoaRow): Comparison['a'] =>
  ({ id, reference, title, number, state, editionEn, editionZh, approvedAt, contentHash })
