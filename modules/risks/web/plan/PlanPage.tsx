import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { treatmentPlan } from '../../contract/index.ts'
import { planRenderers } from '../renderers.tsx'

export const Component = () => <RecordPage noun={treatmentPlan} renderers={planRenderers} />
