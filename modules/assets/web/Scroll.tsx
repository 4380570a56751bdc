import type { ReactNode } from 'react'

/** A table that may be wider than its place: scrolls inside itself, by keyboard too (WCAG 2.1.1). */
export const Scroll = ({ label, className, children }: { readonly label: string; readonly className?: string; readonly children: ReactNode }) => (
  <div className={className === undefined ? 'hg-scroll-x' : `hg-scroll-x ${className}`} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
)
