import { RecordPage } from '@heng/web-kit'
import { controlTest } from '../../contract/index.ts'
import { testForm } from './overrides.tsx'
import { testRenderers } from './renderers.tsx'

/** One test procedure with its results. */
export const Component = () => <RecordPage noun={controlTest} renderers={testRenderers} overrides={testForm} />
