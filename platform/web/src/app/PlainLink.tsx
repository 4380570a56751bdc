import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { usePast } from '../past/PastContext.ts'

export interface PlainLinkProps {
  /** Address within the application, with its query. */
  readonly href: string
  readonly className?: string
  readonly tabIndex?: number
  readonly children: ReactNode
}

/**
 * A link within the application for places with hundreds of them. The router's own `Link` listens to every change of the
 * address, which costs a large table its smooth scrolling; this one only asks the router when it is clicked.
 */
export const PlainLink = ({ href, className, tabIndex, children }: PlainLinkProps) => {
  const { history } = useRouter()
  const { wanted } = usePast()
  const to = wanted === null || /[?&]asOf=/.test(href) ? href : `${href}${href.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(wanted)}`
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.push(to)
  }
  return (
    <a href={to} className={className} tabIndex={tabIndex} onClick={follow}>
      {children}
    </a>
  )
}
