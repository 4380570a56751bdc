import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'
import { RecordVerb } from '../../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.actions
  return <RecordVerb {...props} danger title={t.closeTitle} text={t.closeText} confirm={t.close} done={t.closed} run={(input) => api.risk.close.call(input)} />
}
