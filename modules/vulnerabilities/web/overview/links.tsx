import { formatNumber, useLocale, useOrgPath } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { openStates } from '../../contract/index.ts'

export type Search = Readonly<Record<string, string | readonly string[]>>

/** The filter of the register that shows what is open. */
export const openOnly: Search = { 'filter[state]': [...openStates] }

/** `-` asks a register for what has no value. */
export const valueOrNone = (value: string): string => (value === 'notAssessed' ? '-' : value)

interface CountProps {
  readonly value: number
  readonly search: Search
  readonly to?: string
  /** What is counted, where the number alone would not say. */
  readonly label?: string
  readonly children?: ReactNode
}

/** A count that leads to what it counts; none leads nowhere. */
export const Count = ({ value, search, to = 'vulnerabilities', label, children }: CountProps) => {
  const locale = useLocale()
  const path = useOrgPath()
  const text = formatNumber(value, locale)
  if (value === 0) return <>{children ?? text}</>
  return <Link to={path(to)} search={search as never} {...(label === undefined ? {} : { 'aria-label': `${label}: ${text}` })}>{children ?? text}</Link>
}
