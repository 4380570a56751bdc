import { RecordPage, type Renderers } from '@heng/web-kit'
import { scope } from '../../contract/index.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { usePages } from '../text.ts'
import type { Scope } from './types.ts'
import '../organisation.css'

const lines = (items: readonly string[]) => (items.length === 0 ? '–' : <ul className="or-bullets">{items.map((item) => <li key={item}>{item}</li>)}</ul>)
const renderers: Renderers = {
  businesses: (row) => lines((row['businesses'] ?? []) as readonly string[]),
  systems: (row) => lines((row['systems'] ?? []) as readonly string[]),
  interfaces: (row) => lines((((row['interfaces'] ?? []) as NonNullable<Scope['interfaces']>)).map(({ what, who, how }) => [what, who, how].filter(Boolean).join(' · '))),
  exclusions: (row) => lines((((row['exclusions'] ?? []) as NonNullable<Scope['exclusions']>)).map(({ what, justification }) => `${what}: ${justification}`)),
  approvedBy: (row) => lines((((row['approvedBy'] ?? []) as NonNullable<Scope['approvedBy']>)).map(({ name }) => name)),
}

/** A version as a record: its history, approvals and comments. Writing happens on the scope page. */
export const Component = () => {
  const { nav } = usePages()
  return <RecordPage noun={scope} renderers={renderers} overrides={{ businesses: null }} summary={(row) => <p><LinkButton to={`scope?version=${row.id}`}>{nav.scope}</LinkButton></p>} />
}
