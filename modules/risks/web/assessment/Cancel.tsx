import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordVerb } from '../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.assessment
  return <RecordVerb {...props} danger title={t.cancelTitle} confirm={t.cancel} done={t.cancelled} run={(input) => api.riskAssessment.cancel.call(input)} />
}
