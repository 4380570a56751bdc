import '../soa.css'
import './conformity.css'
import { UnorderedListOutlined } from '@ant-design/icons'
import { ErrorView, Page, useNarrow, useOrg, useOrgPath } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { api } from '../api.ts'
import { RuleNote } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { frameworksApi } from './api.ts'
import { Requirements } from './Requirements.tsx'
import { StatusBars } from './StatusBars.tsx'

/** How the requirements of a framework stand: as the evidence proposes and as people concluded. */
export const Component = () => {
  const { t, locale } = useWords()
  const c = t.conformity
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(700)
  const { id } = useParams({ strict: false }) as { id?: string }
  const list = useQuery(frameworksApi.framework.list.queryOptions({ input: { org, limit: 200, sort: 'reference', filter: { state: 'current' } } }))
  const shown = id ?? list.data?.items[0]?.id
  const status = useQuery({ ...api.compliance.status.queryOptions({ input: { org, id: shown ?? '' } }), enabled: shown !== undefined })
  const error = list.error ?? status.error
  const options = (list.data?.items ?? []).map((f) => ({
    value: f.id,
    label: [f.name, locale === 'en' ? (f.editionEn ?? f.editionZh) : (f.editionZh ?? f.editionEn)].filter((part, i, all) => part !== null && all.indexOf(part) === i).join(' · '),
  }))
  return (
    <Page
      title={c.title}
      about={c.about}
      actions={
        <Button icon={<UnorderedListOutlined />} aria-label={c.all} onClick={() => void navigate({ to: path('conclusions') })}>
          {!narrow && c.all}
        </Button>
      }
    >
      {error !== null && <ErrorView error={error} onRetry={() => void Promise.all([list.refetch(), shown === undefined ? undefined : status.refetch()])} />}
      {list.data !== undefined && options.length === 0 && <p className="sa-empty hg-muted">{c.noFramework}</p>}
      {options.length > 0 && (
        <Select
          className="sa-framework"
          aria-label={c.framework}
          value={shown ?? null}
          options={options}
          popupMatchSelectWidth={false}
          onChange={(value) => void navigate({ to: path(`conformity/${value}`) })}
        />
      )}
      {error === null && status.data === undefined && options.length !== 0 && (
        <div role="status">
          {[70, 90, 60, 80].map((w) => (
            <div key={w} className="hg-bone" style={{ width: `${w}%` }} />
          ))}
        </div>
      )}
      {status.data !== undefined && (
        <>
          <StatusBars status={status.data} />
          <Requirements key={shown} status={status.data} />
          <RuleNote rule={status.data.rule} />
        </>
      )}
    </Page>
  )
}
