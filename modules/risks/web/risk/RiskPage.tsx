import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { risk } from '../../contract/index.ts'
import { riskForm } from '../register/RisksPage.tsx'
import { riskRenderers } from '../renderers.tsx'
import { ThreeLevels } from './ThreeLevels.tsx'

/** One risk: its three levels above; how it is rated, what is done about it and everything else in tabs. */
export const Component = () => <RecordPage noun={risk} renderers={riskRenderers} overrides={riskForm} summary={(row) => <ThreeLevels row={row} />} />
