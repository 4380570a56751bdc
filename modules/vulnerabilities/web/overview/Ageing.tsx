import { Chart, formatNumber, useLocale, useNarrow, useText } from '@heng/web-kit'
import { useMemo } from 'react'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { How } from './How.tsx'
import { useInputs } from './useInputs.ts'
import { useSeverities } from './useSeverities.ts'

/** For how long what is open has been open, by severity. */
export const Ageing = ({ data }: { readonly data: FiguresOverview }) => {
  const t = useText(messages).overview
  const locale = useLocale()
  const narrow = useNarrow(700)
  const inputs = useInputs(data)
  const severities = useSeverities(data.ageing.map(({ bySeverity }) => bySeverity))
  const told = JSON.stringify(severities)
  const option = useMemo(() => ({
    animation: false,
    grid: { left: 8, right: 16, top: 8, bottom: narrow ? 56 : 36, containLabel: true },
    legend: { bottom: 0, icon: 'roundRect', itemWidth: 14 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => formatNumber(Number(value), locale) },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => formatNumber(value, locale), hideOverlap: true } },
    yAxis: { type: 'category', inverse: true, data: data.ageing.map(({ age }) => t.ageing.ages[age]) },
    series: severities.map(({ key, name, color }) => ({ type: 'bar', stack: 'all', name, color, itemStyle: { borderRadius: 0 }, data: data.ageing.map(({ bySeverity }) => bySeverity[key]) })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `told` stands for the severities
  }), [data, told, locale, narrow, t])
  return (
    <section className="vo-part" aria-labelledby="vo-ageing">
      <h2 id="vo-ageing">{t.ageing.title}</h2>
      {severities.length === 0 ? <p className="hg-muted">{t.ageing.none}</p> : (
        <Chart
          option={option} height={narrow ? 280 : 250} label={t.ageing.age}
          table={{ columns: [t.ageing.age, ...severities.map(({ name }) => name)], rows: data.ageing.map(({ age, bySeverity }) => [t.ageing.ages[age], ...severities.map(({ key }) => formatNumber(bySeverity[key], locale))]) }}
        />
      )}
      <How method={data.method.ageing} inputs={inputs.ageing} computed={data.computed} />
    </section>
  )
}
