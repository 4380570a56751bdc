import { RecordPage } from '@heng/web-kit'
import { vulnerabilityScan } from '../../contract/index.ts'
import { Outcome } from './Outcome.tsx'
import { scanRenderers } from './renderers.tsx'

/** One report: how far it is read, what it came to, what it saw. */
export const Component = () => <RecordPage noun={vulnerabilityScan} renderers={scanRenderers} summary={(row) => <Outcome row={row} />} />
