import { OrgLink, type RecordPanelProps } from '@heng/web-kit'
import type { Traced } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Chain } from './Chain.tsx'

/** The chain as a tab of a record. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const c = useWords().t.chain
  return (
    <>
      <p className="hg-muted sa-chain-about">
        {c.about} <OrgLink to={`chain/${noun.name}/${row.id}`}>{c.wide}</OrgLink>
      </p>
      <Chain noun={noun.name as Traced} id={row.id} />
    </>
  )
}
