import '../base/quant.css'
import { RegisterPage } from '@heng/web-kit'
import { lossRun } from '../../contract/index.ts'
import { runRenderers } from '../renderers.tsx'

const columns = ['reference', 'name', 'state', 'startedAt', 'riskCount', 'currentLoss', 'valueAtRisk', 'startedBy']

export const Component = () => <RegisterPage noun={lossRun} columns={columns} renderers={runRenderers} />
