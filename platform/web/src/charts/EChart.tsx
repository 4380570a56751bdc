import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTheme } from '../app/ThemeProvider.tsx'
import { chartTheme } from './chartTheme.ts'
import { startChart } from './echarts.ts'

/** Draws with ECharts as SVG; follows the size of its place and the appearance. Loaded only through `Chart`. */
export const EChart = ({ option, height, onSelect }: { readonly option: EChartsCoreOption; readonly height: number; readonly onSelect?: ((id: string) => void) | undefined }) => {
  const place = useRef<HTMLDivElement>(null)
  const { name } = useTheme()
  const select = useEffectEvent((id: unknown) => {
    if (typeof id === 'string') onSelect?.(id)
  })
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = startChart(element, chartTheme(name))
    chart.setOption({ tooltip: { trigger: 'item' }, grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true }, ...option })
    chart.on('click', ({ data }) => {
      chart.dispatchAction({ type: 'hideTip' })
      select((data as { readonly id?: unknown } | null)?.id)
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option, name])
  return <div ref={place} style={{ height }} aria-hidden="true" />
}
