import { useLayoutEffect, useState, type RefObject } from 'react'
import type { GraphEdge } from '../../contract/index.ts'
import { curve } from './model.ts'

export interface Drawn {
  readonly width: number
  readonly height: number
  readonly paths: readonly { readonly edge: GraphEdge; readonly d: string }[]
}

/** How far above the first link of a column lines run that pass it, in pixels. */
const above = 8

/** Where the links between the nodes of a chain run, measured from the nodes themselves and again whenever they move. */
export const useCurves = (place: RefObject<HTMLElement | null>, edges: readonly GraphEdge[]): Drawn | null => {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useLayoutEffect(() => {
    const root = place.current
    if (root === null) return undefined
    const measure = () => {
      const origin = root.getBoundingClientRect()
      const boxes = new Map([...root.querySelectorAll<HTMLElement>('[data-link]')].map((el) => {
        const { left, right, top, height } = el.getBoundingClientRect()
        return [el.dataset['link']!, { left: left - origin.left, right: right - origin.left, top: top - origin.top, height }] as const
      }))
      const first = root.querySelector('.sa-column > ul')
      const lane = first === null ? 0 : first.getBoundingClientRect().top - origin.top - above
      setDrawn({
        width: origin.width, height: origin.height,
        paths: edges.flatMap((edge) => {
          const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)]
          return from === undefined || to === undefined ? [] : [{ edge, d: curve(from, to, lane) }]
        }),
      })
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(root)
    measure()
    return () => watcher.disconnect()
  }, [place, edges])
  return drawn
}
