import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordReason } from '../base/verbs.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.trigger
  return <RecordReason {...props} title={t.withdraw} text={t.withdrawText} confirm={t.withdraw} done={t.withdrawn} call={(input) => api.reviewTrigger.withdraw.call(input)} />
}
