import { RecordPage } from '@heng/web-kit'
import { riskAppetite } from '../../contract/index.ts'
import { statementForm, statementRenderers } from './StatementsPage.tsx'

export const Component = () => <RecordPage noun={riskAppetite} renderers={statementRenderers} overrides={statementForm} />
