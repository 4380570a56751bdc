import { OrgLink, RegisterPage, type Renderers } from '@heng/web-kit'
import { reviewTrigger } from '../../contract/index.ts'
import { states } from '../base/State.tsx'

export const triggerRenderers: Renderers = {
  ...states('reviewTrigger', 'state'),
  risk: (row, labels) => <OrgLink to={`risks/${String(row['risk'])}`}>{labels[String(row['risk'])]?.text ?? ''}</OrgLink>,
}

/** What put assessments in question, and how it was answered. */
export const Component = () => <RegisterPage noun={reviewTrigger} renderers={triggerRenderers} columns={['reference', 'title', 'kind', 'risk', 'state', 'dueOn', 'owner', 'answer']} />
