import './base.css'
import { useId, type ReactNode } from 'react'

export interface SectionProps {
  readonly title: string
  readonly about?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page with its heading. */
export const Section = ({ title, about, actions, children }: SectionProps) => {
  const id = useId()
  return (
    <section className="ap-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {about !== undefined && <p className="hg-muted">{about}</p>}
      {children}
    </section>
  )
}
