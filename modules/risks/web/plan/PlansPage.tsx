import '../base/base.css'
import { RegisterPage } from '@heng/web-kit'
import { treatmentPlan } from '../../contract/index.ts'
import { CriteriaNotice } from '../base/Notices.tsx'
import { planRenderers } from '../renderers.tsx'

export const Component = () => <RegisterPage noun={treatmentPlan} renderers={planRenderers} summary={<CriteriaNotice />} />
