import type { RecordActionProps } from '@heng/web-kit'
import { MoveDialog, type Settable } from '../register/MoveDialog.tsx'

/** A move to a state as a verb of the record. */
export const movedTo = (state: Settable) => ({ row, close }: RecordActionProps) => <MoveDialog rows={[row]} state={state} close={close} />
