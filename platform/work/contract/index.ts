import { notice } from './notice.ts'
import { work as workOperations } from './work.ts'

export * from './due.ts'
export { taskKind, workItem, workStates, type WorkState } from './workItem.ts'
export type { WorkRow } from './work.ts'
export {
  defaultPreferences, mailChoices, noticeKinds, type MailChoice, type NoticeKind, type NoticeRow, type Preference,
} from './notice.ts'

export const work = { work: workOperations, notice }
