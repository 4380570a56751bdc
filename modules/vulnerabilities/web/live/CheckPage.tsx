import { RecordPage } from '@heng/web-kit'
import { liveCheck } from '../../contract/index.ts'
import { liveForm } from './form.tsx'
import { liveRenderers } from './renderers.tsx'
import { Run } from './Run.tsx'

export const Component = () => <RecordPage noun={liveCheck} renderers={liveRenderers} overrides={liveForm} summary={(row) => <Run row={row} />} />
