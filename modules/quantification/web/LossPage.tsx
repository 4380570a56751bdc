import './base/quant.css'
import { RecordPage } from '@heng/web-kit'
import { quantification } from '../contract/index.ts'
import { lossForm } from './loss/lossForm.tsx'
import { lossRenderers } from './renderers.tsx'

/** One quantified risk with its fields; the same view stands on the risk itself. */
export const Component = () => <RecordPage noun={quantification} renderers={lossRenderers} overrides={lossForm} />
