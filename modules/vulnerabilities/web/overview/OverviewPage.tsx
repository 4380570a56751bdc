import './overview.css'
import { ImportOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { ErrorView, Page, useNarrow, useOrg, useOrgPath, usePast, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Ageing } from './Ageing.tsx'
import { Coverage } from './Coverage.tsx'
import { Fixing } from './Fixing.tsx'
import { Standing } from './Standing.tsx'
import { Tiles } from './Tiles.tsx'
import { Trend } from './Trend.tsx'
import { Units } from './Units.tsx'

const Empty = () => {
  const t = useText(messages).overview
  const path = useOrgPath()
  const go = useNavigate()
  const mayTakeIn = usePermission('vulnerabilityScan:run')
  return (
    <div className="vo-empty">
      <p><b>{t.emptyTitle}</b></p>
      <p className="hg-muted">{t.emptyText}</p>
      {mayTakeIn && <Button type="primary" icon={<ImportOutlined />} onClick={() => void go({ to: path('vulnerability-scans/new') })}>{t.takeIn}</Button>}
    </div>
  )
}

/** Vulnerabilities in figures: what is open and overdue, for how long, where, how quickly it is mended, and how much is scanned. */
export const Component = () => {
  const t = useText(messages).overview
  const org = useOrg()
  const path = useOrgPath()
  const go = useNavigate()
  const narrow = useNarrow(700)
  const { asOf } = usePast()
  const { data, error, refetch } = useQuery({ ...api.figures.overview.queryOptions({ input: { org } }), enabled: asOf === null })
  return (
    <Page title={t.title} about={t.about} actions={<Button icon={<UnorderedListOutlined />} aria-label={t.toRegister} onClick={() => void go({ to: path('vulnerabilities') })}>{!narrow && t.toRegister}</Button>}>
      {asOf !== null ? <p className="hg-muted">{t.pastText}</p>
      : error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div role="status"><div className="hg-bone vo-bone" /><div className="hg-bone vo-bone" /></div>
      : !data.begun ? <Empty />
      : (
        <div className="vo-page">
          <Tiles data={data} />
          <Standing data={data} />
          <Trend overview={data} />
          <Ageing data={data} />
          <Fixing data={data} />
          <Units data={data} />
          <Coverage data={data} />
        </div>
      )}
    </Page>
  )
}
