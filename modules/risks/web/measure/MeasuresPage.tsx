import '../base/base.css'
import { RegisterPage, type FormOverrides } from '@heng/web-kit'
import type { Effects } from '../../contract/index.ts'
import { treatmentMeasure } from '../../contract/index.ts'
import { measureRenderers } from '../renderers.tsx'
import { EffectsInput } from './EffectsInput.tsx'

export const measureForm: FormOverrides = {
  effects: (props) => <EffectsInput value={props.value as Effects | null} onChange={(value) => props.onChange?.(value)} labels={props.labels} />,
}
const columns = ['reference', 'title', 'state', 'progress', 'owner', 'due', 'cost', 'control', 'risks']

export const Component = () => <RegisterPage noun={treatmentMeasure} columns={columns} renderers={measureRenderers} overrides={measureForm} />
