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
  const asked = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, [value].flat()]))
  return (
    <Link to={path(kit.path)} search={writeListState({}, { q: '', filter: asked, sort: undefined, archived: 'active', open: undefined }) as never}>
      {children}
    </Link>
  )
}
