import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { riskAssessment } from '../../contract/index.ts'
import { assessmentRenderers } from '../renderers.tsx'

export const Component = () => <RecordPage noun={riskAssessment} renderers={assessmentRenderers} />
