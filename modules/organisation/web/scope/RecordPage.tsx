import { RecordPage, type FormOverrides } from '@heng/web-kit'
import { scope } from '../../contract/index.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { usePages } from '../text.ts'

/** Lists are written on the scope page, beside their preview. */
const overrides: FormOverrides = { businesses: null, systems: null, interfaces: null, exclusions: null }

/** A version as a record: its history, approvals and comments. */
export const Component = () => {
  const { onPage } = usePages().scope
  return <RecordPage noun={scope} overrides={overrides} summary={(row) => <p><LinkButton to={`scope?version=${row.id}`}>{onPage}</LinkButton></p>} />
}
