import { RecordPage } from '@heng/web-kit'
import { toleranceBreach } from '../../contract/index.ts'
import { breachRenderers } from './BreachesPage.tsx'

export const Component = () => <RecordPage noun={toleranceBreach} renderers={breachRenderers} />
