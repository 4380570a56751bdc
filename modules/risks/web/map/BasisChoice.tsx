import { useText } from '@heng/web-kit'
import { Segmented } from 'antd'
import { messages } from '../../locales/index.ts'
import type { Basis } from '../../method/figures.ts'

/** Bases that a map shows, from what would be without controls to what is planned. */
const bases = ['inherent', 'evidenced', 'current', 'residual'] as const satisfies readonly Basis[]

/** The basis that an address names; without one, the current level. */
export const basisIn = (search: Readonly<Record<string, unknown>>): Basis => bases.find((b) => b === search['basis']) ?? 'current'

export const BasisChoice = ({ value, onChange }: { readonly value: Basis; readonly onChange: (next: Basis) => void }) => {
  const { map, rating } = useText(messages).pages
  return <Segmented<Basis> aria-label={map.basis} value={value} options={bases.map((basis) => ({ value: basis, label: rating[basis] }))} onChange={onChange} />
}
