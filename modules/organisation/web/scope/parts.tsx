import { useLocale, type JsonRenderers } from '@heng/web-kit'
import type { ScopeBasis } from '../../contract/index.ts'
import { basisSections, exclusionTable, interfaceTable } from '../../document/document.ts'
import { documentWords } from '../../locales/document.ts'
import { DocumentView } from './DocumentView.tsx'
import type { Scope } from './types.ts'
import '../organisation.css'

const Lines = ({ items }: { readonly items: readonly string[] }) => (items.length === 0 ? <>–</> : <ul className="or-bullets">{items.map((item) => <li key={item}>{item}</li>)}</ul>)

const Interfaces = ({ value }: { readonly value: NonNullable<Scope['interfaces']> }) => {
  const t = documentWords[useLocale()]
  return value.length === 0 ? <>–</> : <DocumentView sections={[{ heading: '', level: 2, blocks: [interfaceTable(value, t)] }]} />
}
const Exclusions = ({ value }: { readonly value: NonNullable<Scope['exclusions']> }) => {
  const t = documentWords[useLocale()]
  return value.length === 0 ? <>–</> : <DocumentView sections={[{ heading: '', level: 2, blocks: [exclusionTable(value, t)] }]} />
}
const Basis = ({ value }: { readonly value: ScopeBasis }) => <DocumentView sections={basisSections(value, documentWords[useLocale()]).slice(1)} />

/** The structured parts of a statement of scope as people read them: in the record, its history and its approval. */
export const scopeParts: JsonRenderers = {
  businesses: (value) => <Lines items={value as readonly string[]} />,
  systems: (value) => <Lines items={value as readonly string[]} />,
  interfaces: (value) => <Interfaces value={value as NonNullable<Scope['interfaces']>} />,
  exclusions: (value) => <Exclusions value={value as NonNullable<Scope['exclusions']>} />,
  approvedBy: (value) => <Lines items={(value as NonNullable<Scope['approvedBy']>).map(({ name }) => name)} />,
  basis: (value) => <Basis value={value as ScopeBasis} />,
}
