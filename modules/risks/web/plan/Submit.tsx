import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordStep } from '../base/RecordStep.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.plan
  return <RecordStep {...props} title={t.submitTitle} text={t.submitText} confirm={t.submit} done={t.submitted} run={(input) => api.treatmentPlan.submit.call(input)} />
}
