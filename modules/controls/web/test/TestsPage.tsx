import { RegisterPage } from '@heng/web-kit'
import { controlTest } from '../../contract/index.ts'
import { testDefaults, testForm } from './overrides.tsx'
import { testRenderers } from './renderers.tsx'

const columns = ['reference', 'name', 'control', 'kind', 'nextDue', 'tester', 'lastConclusion', 'state']

/** The register of test procedures, what is due first. */
export const Component = () => <RegisterPage noun={controlTest} columns={columns} renderers={testRenderers} defaults={testDefaults} overrides={testForm} />
