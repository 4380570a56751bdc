import type { RecordActionProps } from '@heng/web-kit'
import { Component as CancelWork } from './CancelWork.tsx'
import { Component as CompleteWork } from './CompleteWork.tsx'
import { Component as ReassignWork } from './ReassignWork.tsx'
import { Component as TakeWork } from './TakeWork.tsx'

const dialogs = { complete: CompleteWork, take: TakeWork, reassign: ReassignWork, cancel: CancelWork }
export type ActionName = keyof typeof dialogs

/** The dialog of a verb. */
export const ActionDialog = ({ action, ...props }: RecordActionProps & { readonly action: ActionName }) => {
  const Dialog = dialogs[action]
  return <Dialog {...props} />
}
