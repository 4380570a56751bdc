import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'
import { RecordVerb } from '../../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.actions
  return <RecordVerb {...props} title={t.reopenTitle} confirm={t.reopen} done={t.reopened} run={(input) => api.risk.reopen.call(input)} />
}
