import type { FormOverrides } from '@heng/web-kit'
import type { Effects } from '../../contract/index.ts'
import { EffectsInput } from './EffectsInput.tsx'

/** The form of a measure: the kit has no control for its effects. */
export const measureForm: FormOverrides = {
  effects: (props) => <EffectsInput value={props.value as Effects | null} onChange={(value) => props.onChange?.(value)} labels={props.labels} />,
}
