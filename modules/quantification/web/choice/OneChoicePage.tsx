import '../base/quant.css'
import { RecordPage } from '@heng/web-kit'
import { measureChoice } from '../../contract/index.ts'
import { choiceRenderers } from '../renderers.tsx'

export const Component = () => <RecordPage noun={measureChoice} renderers={choiceRenderers} />
