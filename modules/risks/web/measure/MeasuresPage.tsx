import '../risks.css'
import { RegisterPage, type FormOverrides } from '@heng/web-kit'
import type { Effects } from '../../contract/index.ts'
import { treatmentMeasure } from '../../contract/index.ts'
import { measureRenderers } from '../renderers.tsx'
import { EffectsInput } from './EffectsInput.tsx'
import { EffectsView } from './EffectsView.tsx'

export const measureForm: FormOverrides = {
  effects: (props) => <EffectsInput value={props.value as Effects | null} onChange={(value) => props.onChange?.(value)} labels={props.labels} />,
}
export const measureFields = { ...measureRenderers, effects: (row: Readonly<Record<string, unknown>>, labels: Readonly<Record<string, { text: string; reference: string | null }>>) => <EffectsView effects={(row['effects'] ?? []) as Effects} labels={labels} /> }

const columns = ['reference', 'title', 'state', 'progress', 'owner', 'due', 'cost', 'control', 'risks']

export const Component = () => <RegisterPage noun={treatmentMeasure} columns={columns} renderers={measureFields} overrides={measureForm} />
