import { useLayoutEffect, useRef, useState } from 'react'

/** Width of an element in whole CSS pixels, 0 before it is measured. */
export const useWidth = <E extends HTMLElement>() => {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, width] as const
}
