import '../base/base.css'
import { RegisterPage } from '@heng/web-kit'
import { riskAcceptance } from '../../contract/index.ts'
import { CriteriaNotice } from '../base/Notices.tsx'
import { acceptanceRenderers } from '../renderers.tsx'

const columns = ['title', 'risk', 'state', 'level', 'owner', 'authority', 'validUntil', 'plan']

export const Component = () => <RegisterPage noun={riskAcceptance} columns={columns} renderers={acceptanceRenderers} summary={<CriteriaNotice />} />
