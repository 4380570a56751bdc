import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordVerb } from '../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.treatment
  return <RecordVerb {...props} title={t.withdrawTitle} confirm={t.withdraw} done={t.decided} run={(input) => api.riskAcceptance.withdraw.call(input)} />
}
