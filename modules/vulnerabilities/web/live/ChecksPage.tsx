import { RegisterPage } from '@heng/web-kit'
import { liveCheck } from '../../contract/index.ts'
import { liveDefaults, liveForm } from './form.tsx'
import { liveRenderers } from './renderers.tsx'
import { Run } from './Run.tsx'
import { Setting } from './Setting.tsx'

const columns = ['reference', 'name', 'program', 'state', 'nextDue', 'lastRunOn', 'lastRun']

/** Live checks, below what they rest on: the ranges and the programs. */
export const Component = () => <RegisterPage noun={liveCheck} columns={columns} renderers={liveRenderers} overrides={liveForm} defaults={liveDefaults} summary={<Setting />} recordSummary={(row) => <Run row={row} />} />
