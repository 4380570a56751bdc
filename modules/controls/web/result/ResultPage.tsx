import { RecordPage } from '@heng/web-kit'
import { testResult } from '../../contract/index.ts'
import { resultForm } from '../test/overrides.tsx'
import { resultRenderers } from '../test/renderers.tsx'

/** One result: the test being carried out, or what it found. */
export const Component = () => <RecordPage noun={testResult} renderers={resultRenderers} overrides={resultForm} />
