import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordStep } from '../base/verbs.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.statement
  return <RecordStep {...props} title={t.submitTitle} text={t.submitText} confirm={t.submit} done={t.submitted} call={(input) => api.riskAppetite.submit.call(input)} />
}
