import { Alert } from 'antd'
import type { Failure } from './useSubmit.ts'

export const FailureAlert = ({ failure }: { readonly failure: Failure | undefined }) =>
  failure === undefined ? null : <Alert type="error" showIcon role="alert" className="dr-alert" title={failure.title} description={failure.text} />
