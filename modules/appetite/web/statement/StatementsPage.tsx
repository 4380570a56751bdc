import { fill } from '@heng/contract'
import { RegisterPage, useText, type FormOverrides } from '@heng/web-kit'
import { riskAppetite } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { states } from '../base/State.tsx'

export const statementRenderers = states('riskAppetite', 'state')
/** Limits come filled in and are edited where they are read. */
export const statementForm: FormOverrides = { lines: null, together: null, policy: null, percentile: null }

/** Statements of the organisation; a new one starts from the one in force. */
export const Component = () => {
  const t = useText(messages).pages.statement
  return (
    <RegisterPage
      noun={riskAppetite} renderers={statementRenderers} overrides={statementForm} columns={['reference', 'name', 'state', 'approvedAt', 'reviewDue']}
      defaults={{ name: fill(t.newName, { year: new Date().getFullYear() }) }}
    />
  )
}
