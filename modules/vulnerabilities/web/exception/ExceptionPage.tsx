import { RecordPage } from '@heng/web-kit'
import { vulnerabilityException } from '../../contract/index.ts'
import { exceptionForm } from './form.tsx'
import { ExceptionFacts, exceptionRenderers } from './state.tsx'

export const Component = () => <RecordPage noun={vulnerabilityException} renderers={exceptionRenderers} overrides={exceptionForm} summary={(row) => <ExceptionFacts row={row} />} />
