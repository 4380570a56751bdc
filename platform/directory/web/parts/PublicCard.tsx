import { useKitText } from '@heng/web-kit'
import { useEffect, useRef, type ReactNode } from 'react'
import '../directory.css'

export interface PublicCardProps {
  readonly title: string
  readonly about?: ReactNode
  readonly wide?: boolean
  /** Changes when the card shows something new, so that the heading takes the focus (WCAG 2.4.3). */
  readonly step?: string
  readonly children: ReactNode
}

/** The one card of a page without a session. */
export const PublicCard = ({ title, about, wide = false, step = '', children }: PublicCardProps) => {
  const { product } = useKitText()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  return (
    <section className={wide ? 'dr-card dr-card-wide' : 'dr-card'}>
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      {about !== undefined && <p className="hg-muted">{about}</p>}
      {children}
    </section>
  )
}
