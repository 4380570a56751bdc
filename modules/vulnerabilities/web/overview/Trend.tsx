import { fill } from '@heng/contract'
import { Chart, ErrorView, formatDate, formatNumber, paletteOf, useLocale, useNarrow, useOrg, useText, useTheme } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { steps, type FiguresOverview, type Step } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { How } from './How.tsx'
import { flowOption, openOption, total } from './trendOption.ts'
import { useInputs } from './useInputs.ts'
import { useSeverities } from './useSeverities.ts'

const back: Readonly<Record<Step, number>> = { day: 30, week: 26 * 7, month: 2 * 365 }
const dayBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** What was open, opened and closed over time. Weeks before anything was known are left empty, not drawn as none. */
export const Trend = ({ overview }: { readonly overview: FiguresOverview }) => {
  const t = useText(messages).overview
  const org = useOrg()
  const locale = useLocale()
  const narrow = useNarrow(700)
  const { name: theme } = useTheme()
  const inputs = useInputs(overview)
  const [step, setStep] = useState<Step>('week')
  const { data, error, refetch } = useQuery({
    ...api.figures.trend.queryOptions({ input: { org, step, ...(step === 'week' ? {} : { from: dayBefore(overview.today, back[step]) }) } }), placeholderData: keepPreviousData,
  })
  const items = data?.items
  const severities = useSeverities(items?.map(({ open }) => open) ?? [])
  const told = JSON.stringify(severities)
  const number = (value: number) => formatNumber(value, locale)
  const [open, flow] = useMemo(() => {
    if (items === undefined) return [{}, {}]
    const labels = items.map(({ to }) => formatDate(to, locale))
    const palette = paletteOf(theme)
    return [openOption(items, labels, { severities, number, narrow }), flowOption(items, labels, t.trend, { opened: palette.level[3][2], closed: palette.primary }, { number, narrow })]
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `told` stands for the severities, the language for `number`
  }, [items, told, locale, narrow, theme, t])
  const say = (value: number | null) => (value === null ? t.unknown : number(value))
  return (
    <section className="vo-part" aria-labelledby="vo-trend">
      <header>
        <h2 id="vo-trend">{t.trend.title}</h2>
        <Segmented<Step> aria-label={t.trend.step} value={step} options={steps.map((value) => ({ value, label: t.trend.steps[value] }))} onChange={setStep} />
      </header>
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone vo-bone" role="status" />
      : (
        <>
          <div className="vo-columns">
            <Chart
              option={open} label={t.trend.open}
              table={{ columns: [t.trend.at, ...severities.map(({ name }) => name), t.trend.total], rows: data.items.map((item) => [formatDate(item.to, locale), ...severities.map(({ key }) => say(item.open?.[key] ?? null)), say(total(item.open))]) }}
            />
            <Chart
              option={flow} label={t.trend.flow}
              table={{ columns: [t.trend.at, t.trend.opened, t.trend.closed], rows: data.items.map((item) => [formatDate(item.to, locale), say(total(item.opened)), say(total(item.closed))]) }}
            />
          </div>
          {data.knownFrom !== null && data.knownFrom > data.from && <p className="hg-help">{fill(t.trend.knownFrom, { day: formatDate(data.knownFrom, locale) })}</p>}
          <How method={data.method} inputs={inputs.days(data.knownFrom !== null && data.knownFrom > data.from ? data.knownFrom : data.from, data.to)} computed={overview.computed} />
        </>
      )}
    </section>
  )
}
