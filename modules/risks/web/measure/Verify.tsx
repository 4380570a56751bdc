import { useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { RecordVerb } from '../base/RecordVerb.tsx'

export const Component = (props: RecordActionProps) => {
  const t = useText(messages).pages.measure
  return <RecordVerb {...props} title={t.verifyTitle} text={t.verifyText} confirm={t.verify} done={t.verified} run={({ reason, ...input }) => api.treatmentMeasure.verify.call({ ...input, outcome: reason })} />
}
