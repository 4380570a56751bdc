import '../base/base.css'
import { RecordPage } from '@heng/web-kit'
import { measureRenderers } from '../renderers.tsx'
import { treatmentMeasure } from '../../contract/index.ts'
import { measureForm } from './form.tsx'

export const Component = () => <RecordPage noun={treatmentMeasure} renderers={measureRenderers} overrides={measureForm} />
