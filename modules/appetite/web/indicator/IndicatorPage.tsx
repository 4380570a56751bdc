import { RecordPage } from '@heng/web-kit'
import { riskIndicator } from '../../contract/index.ts'
import { indicatorRenderers } from './IndicatorsPage.tsx'

export const Component = () => <RecordPage noun={riskIndicator} renderers={indicatorRenderers} />
