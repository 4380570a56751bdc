import type { AnyNoun } from '@heng/contract'
import { RecordPage } from '../record/RecordPage.tsx'
import { RegisterPage } from './RegisterPage.tsx'

/** Pages of a noun whose room brings none of its own. */
export const registerPageOf = (noun: AnyNoun) => ({ Component: () => <RegisterPage noun={noun} /> })
export const recordPageOf = (noun: AnyNoun) => ({ Component: () => <RecordPage noun={noun} /> })
