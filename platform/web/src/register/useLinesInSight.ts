import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface LinesInSight {
  /** Indices of the lines to draw. */
  readonly shown: readonly number[]
  /** Heights in pixels that stand in for the lines above and below them. */
  readonly above: number
  readonly below: number
  /** Goes to each line as its `ref`, with `data-index`. */
  readonly measure: Virtualizer<HTMLElement, HTMLElement>['measureElement']
  readonly scrollTo: (line: number) => void
}

interface Options {
  /** What holds the lines; something of the page stands above it. */
  readonly list: RefObject<HTMLElement | null>
  readonly count: number
  /** Height of a line in pixels, until it is measured. */
  readonly estimate: number
}

/** What scrolls the page around an element; a box that scrolls sideways only computes to `auto` in both directions, and is none. */
const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (!at.classList.contains('hg-scroll-x') && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}

/** The lines of a long list that are in sight, where the list scrolls with the page or drawer it stands in. */
export const useLinesInSight = ({ list, count, estimate }: Options): LinesInSight => {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = list.current!
    const found = scrollerOf(element)
    setScroller(found)
    if (found === null) return undefined
    const place = () => setTop(Math.round(element.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop))
    // What stands above may come later and grow.
    const watcher = new ResizeObserver(place)
    for (let at: HTMLElement | null = element; at !== null && at !== found; at = at.parentElement) watcher.observe(at)
    place()
    return () => watcher.disconnect()
  }, [list])
  const lines = useVirtualizer<HTMLElement, HTMLElement>({ count, getScrollElement: () => scroller, estimateSize: () => estimate, scrollMargin: top, overscan: 8, useFlushSync: false })
  const items = lines.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  return {
    shown: items.map(({ index }) => index),
    above: first === undefined ? 0 : first.start - top,
    below: last === undefined ? 0 : lines.getTotalSize() - (last.end - top),
    measure: lines.measureElement,
    scrollTo: (line) => lines.scrollToIndex(line),
  }
}
