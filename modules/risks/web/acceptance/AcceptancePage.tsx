import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { riskAcceptance } from '../../contract/index.ts'
import { acceptanceRenderers } from '../renderers.tsx'

export const Component = () => <RecordPage noun={riskAcceptance} renderers={acceptanceRenderers} />
