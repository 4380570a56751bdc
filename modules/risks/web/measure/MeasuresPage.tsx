import '../base/base.css'
import { RegisterPage } from '@heng/web-kit'
import { treatmentMeasure } from '../../contract/index.ts'
import { measureRenderers } from '../renderers.tsx'
import { measureForm } from './form.tsx'

const columns = ['reference', 'title', 'state', 'progress', 'owner', 'due', 'cost', 'control', 'risks']

export const Component = () => <RegisterPage noun={treatmentMeasure} columns={columns} renderers={measureRenderers} overrides={measureForm} />
