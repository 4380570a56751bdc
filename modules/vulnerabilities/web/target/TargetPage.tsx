import { RecordPage } from '@heng/web-kit'
import { scanTarget } from '../../contract/index.ts'
import { targetRenderers } from '../scan/renderers.tsx'

/** One target: what it is told by, which asset it is, what was found there. */
export const Component = () => <RecordPage noun={scanTarget} renderers={targetRenderers} />
