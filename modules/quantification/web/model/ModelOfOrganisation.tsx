import { useOrganisation } from '@heng/web-kit'
import type { LossModel } from '../../contract/index.ts'
import { ModelView } from './ModelView.tsx'

/** A model whose currency nobody tells: the organisation's. */
export const ModelOfOrganisation = ({ model }: { readonly model: LossModel }) => <ModelView model={model} currency={useOrganisation().currency} />
