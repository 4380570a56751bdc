import '../base/base.css'
import type { MethodDefinition } from '@heng/engine-risk'
import { RegisterPage, type FormOverrides } from '@heng/web-kit'
import { riskCriteria } from '../../contract/index.ts'
import { criteriaRenderers } from '../renderers.tsx'
import { MethodPicker } from './MethodPicker.tsx'

/** A new draft asks for a name and a method; everything else comes filled in and is edited where it is read. */
export const criteriaForm: FormOverrides = { definition: (props) => <MethodPicker value={(props.value ?? null) as MethodDefinition | null} onChange={(value) => props.onChange?.(value)} />, scales: null, acceptance: null }

export const Component = () => <RegisterPage noun={riskCriteria} renderers={criteriaRenderers} overrides={criteriaForm} />
