import { RegisterPage } from '@heng/web-kit'
import { testResult } from '../../contract/index.ts'
import { resultForm } from '../test/overrides.tsx'
import { resultRenderers } from '../test/renderers.tsx'

const columns = ['reference', 'name', 'control', 'state', 'conclusion', 'performedOn', 'performedBy', 'deviations', 'reviewedBy']

/** The register of test results, the latest first. */
export const Component = () => <RegisterPage noun={testResult} columns={columns} renderers={resultRenderers} overrides={resultForm} />
