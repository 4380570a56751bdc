import { useEffect, useRef, useState, type ReactNode } from 'react'

export interface ScrollProps {
  /** Names the region for those who reach it by keyboard. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

/** A table that may be wider than its place: scrolls inside itself, and only where it must, by keyboard too (WCAG 2.1.1). */
export const Scroll = ({ label, className, children }: ScrollProps) => {
  const place = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const box = place.current!
    const measure = () => setWide(box.scrollWidth > box.clientWidth)
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className={className === undefined ? 'hg-scroll-x' : `hg-scroll-x ${className}`} {...(wide ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}
