import { RecordPage } from '@heng/web-kit'
import { emergingRisk } from '../../contract/index.ts'
import { emergingRenderers } from './InboxPage.tsx'

export const Component = () => <RecordPage noun={emergingRisk} renderers={emergingRenderers} />
