import { useNounNamed, useOrgPath, writeListState } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  readonly noun: string
  readonly filter: Readonly<Record<string, string | string[]>>
  readonly children: ReactNode
}

/** Leads to the rows of a register that a number counts; plain text where the register has no page. */
export const RowsLink = ({ noun, filter, children }: Props) => {
  const kit = useNounNamed(noun)
  const path = useOrgPath()
  if (kit === undefined) return <div>{children}</div>
  // Work has a page of its own, by urgency; what is counted is the work of all whom one answers for.
  if (noun === 'workItem') return <Link to={path(kit.path)} search={{ view: 'team' } as never}>{children}</Link>
  const asked = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, [value].flat()]))
  return (
    <Link to={path(kit.path)} search={writeListState({}, { q: '', filter: asked, sort: undefined, archived: 'active', open: undefined }) as never}>
      {children}
    </Link>
  )
}
