import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { api } from '../../base/api.ts'
import { RecordVerb } from '../../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.rating
  return <RecordVerb {...props} title={t.reviewedTitle} text={t.reviewedText} confirm={t.reviewed} done={t.reviewedDone} run={(input) => api.risk.reviewed.call(input)} />
}
