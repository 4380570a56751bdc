import { useOrg, useText, uuid, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { AskApproval } from '../AskApproval.tsx'

/** Asks for leave to bear what is listed. */
export const Component = ({ row: { id, version }, close }: RecordActionProps) => {
  const org = useOrg()
  return <AskApproval texts={useText(messages).exceptions} close={close} ask={(terms) => api.exception.submit.call({ org, id, version, ...terms }, { context: { idempotencyKey: uuid() } })} />
}
