import '../base/quant.css'
import { RecordPage } from '@heng/web-kit'
import { lossRun } from '../../contract/index.ts'
import { runRenderers } from '../renderers.tsx'

/** One run: what went in, and what came out. */
export const Component = () => <RecordPage noun={lossRun} renderers={runRenderers} />
