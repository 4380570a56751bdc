import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Moves the keyboard between the lines of a list of which only those in sight are in the document: `line` is brought into
 * sight and takes the focus as soon as it is there. Lines carry `data-index`.
 */
export const useLineFocus = (list: RefObject<HTMLElement | null>, bringIntoSight: (line: number) => void): ((line: number) => void) => {
  const wanted = useRef<number>(undefined)
  const take = () => {
    if (wanted.current === undefined) return
    const line = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)
    if (line == null) return
    wanted.current = undefined
    line.focus({ preventScroll: true })
  }
  // A line far away comes into the document some time after the scrolling began.
  useLayoutEffect(() => take())
  return (line) => {
    bringIntoSight(line)
    wanted.current = line
    take()
  }
}
