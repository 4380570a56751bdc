import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordReason } from '../base/verbs.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.emerging
  return <RecordReason {...props} title={t.reopen} text={t.reopenText} confirm={t.reopen} done={t.reopened} call={(input) => api.emergingRisk.reopen.call(input)} />
}
