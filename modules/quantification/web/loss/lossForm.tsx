import type { FormOverrides } from '@heng/web-kit'
import { Form } from 'antd'
import { ModelInput } from '../model/ModelInput.tsx'
import { IncidentsInput, type IncidentsInputProps } from '../model/IncidentsInput.tsx'
import type { Evidence } from '../../contract/index.ts'
import type { DraftModel } from '../model/draft.ts'

/** Incidents beside the model: what they suggest goes into it. */
const Evidenced = (props: IncidentsInputProps) => {
  const form = Form.useFormInstance<{ model?: DraftModel }>()
  return <IncidentsInput {...props} onPropose={(part) => form.setFieldsValue({ model: { ...form.getFieldValue('model') as DraftModel | undefined, ...part } as never })} />
}

/** Model and incidents have controls of their own in the form. */
export const lossForm: FormOverrides = {
  model: ({ value, onChange }) => <ModelInput value={value as DraftModel | null} {...(onChange === undefined ? {} : { onChange })} />,
  evidence: ({ value, onChange }) => <Evidenced value={value as Evidence | null} {...(onChange === undefined ? {} : { onChange })} />,
}
/** The same where the risk is known. */
export const lossFormOfRisk: FormOverrides = { ...lossForm, risk: null }
