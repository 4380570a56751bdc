import '../risks.css'
import { RecordPage } from '@heng/web-kit'
import { treatmentMeasure } from '../../contract/index.ts'
import { measureFields, measureForm } from './MeasuresPage.tsx'

export const Component = () => <RecordPage noun={treatmentMeasure} renderers={measureFields} overrides={measureForm} />
