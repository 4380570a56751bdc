import '../frameworks.css'
import { RecordPage } from '@heng/web-kit'
import { requirement } from '../../contract/index.ts'
import { RequirementSummary } from './RequirementSummary.tsx'

/** One requirement on its own page, as other rooms link to it. */
export const Component = () => <RecordPage noun={requirement} summary={(row) => <RequirementSummary row={row} />} />
