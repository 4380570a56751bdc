import '../frameworks.css'
import { RegisterPage } from '@heng/web-kit'
import { requirement } from '../../contract/index.ts'
import { RequirementSummary } from './RequirementSummary.tsx'

/** Every requirement of every framework, to search across them. */
export const Component = () => (
  <RegisterPage
    noun={requirement}
    columns={['framework', 'kind', 'assessable']}
    recordSummary={(row) => <RequirementSummary row={row} />}
  />
)
