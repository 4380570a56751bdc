import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordStep } from '../base/RecordStep.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.assessment
  return <RecordStep {...props} title={t.startTitle} text={t.startText} confirm={t.start} done={t.started} run={(input) => api.riskAssessment.start.call(input)} />
}
