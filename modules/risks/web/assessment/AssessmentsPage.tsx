import '../base/base.css'
import { RegisterPage } from '@heng/web-kit'
import { riskAssessment } from '../../contract/index.ts'
import { assessmentRenderers } from '../renderers.tsx'

export const Component = () => <RegisterPage noun={riskAssessment} renderers={assessmentRenderers} />
