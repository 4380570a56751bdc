import { formatNumber, useLocale } from '@heng/web-kit'
import type { ApiGroup } from './document.ts'
import { Operation } from './Operation.tsx'

interface Props {
  readonly group: ApiGroup
  /** Whether these are what somebody looked for: then they stand open. */
  readonly found: boolean
}

/** The operations on one subject, folded until somebody opens or finds them. */
export const Group = ({ group: { name, title, operations }, found }: Props) => {
  const locale = useLocale()
  return (
    <details className="op-group" open={found}>
      <summary><h2>{title}</h2> <code>{name}</code> <span className="op-figure">{formatNumber(operations.length, locale)}</span></summary>
      {operations.map((operation) => <Operation key={operation.id} operation={operation} />)}
    </details>
  )
}
