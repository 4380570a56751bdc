import type { RecordActionProps } from '@heng/web-kit'
import { Decide } from './Decide.tsx'
import type { Decision } from './useInbox.ts'

/** A decision as a verb of the record. */
export const decided = (decision: Decision) => ({ row, close }: RecordActionProps) => <Decide decision={decision} row={{ ...row, title: String(row['title']) }} onClose={close} />
