import { useId, type ReactNode } from 'react'

export interface SectionProps {
  readonly title?: string
  readonly mark?: ReactNode
  readonly text?: string
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A titled block of a page of settings. */
export const Section = ({ title, mark, text, actions, children }: SectionProps) => {
  const id = useId()
  return (
    <section className="dr-section" {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <header>
          <h2 id={id}>{title}</h2>
          {mark}
          <span className="dr-section-actions">{actions}</span>
        </header>
      )}
      {text !== undefined && <p className="hg-muted">{text}</p>}
      {children}
    </section>
  )
}
