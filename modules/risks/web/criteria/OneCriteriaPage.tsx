import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { riskCriteria } from '../../contract/index.ts'
import { criteriaRenderers } from '../renderers.tsx'
import { criteriaForm } from './CriteriaPage.tsx'

export const Component = () => <RecordPage noun={riskCriteria} renderers={criteriaRenderers} overrides={criteriaForm} />
