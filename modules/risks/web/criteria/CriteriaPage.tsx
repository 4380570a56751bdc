import '../base/base.css'
import type { MethodDefinition } from '@heng/engine-risk'
import { fill } from '@heng/contract'
import { RegisterPage, useText, type FormOverrides } from '@heng/web-kit'
import { riskCriteria } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { criteriaRenderers } from '../renderers.tsx'
import { MethodPicker } from './MethodPicker.tsx'

/** A new draft asks for a name and a method; everything else comes filled in and is edited where it is read. */
export const criteriaForm: FormOverrides = { definition: (props) => <MethodPicker value={(props.value ?? null) as MethodDefinition | null} onChange={(value) => props.onChange?.(value)} />, scales: null, acceptance: null }

export const Component = () => {
  const t = useText(messages).pages.criteria
  return <RegisterPage noun={riskCriteria} renderers={criteriaRenderers} overrides={criteriaForm} defaults={{ name: fill(t.newName, { year: new Date().getFullYear() }) }} />
}
