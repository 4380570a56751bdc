import '../soa.css'
import { fill, type Row } from '@heng/contract'
import { ErrorView, Page, useOrg, useOrgPath, valueLabel } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { soa } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Changes } from './Changes.tsx'

/** Two versions side by side; which two stands in the address. */
export const Component = () => {
  const { t } = useWords()
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { a?: string; b?: string }
  const list = useQuery(api.soa.list.queryOptions({ input: { org, sort: '-number', limit: 200 } }))
  const versions = list.data?.items ?? []
  const b = search.b ?? versions[0]?.id
  const at = versions.findIndex((v) => v.id === b)
  const a = search.a ?? versions[at + 1]?.id ?? versions.find((v) => v.id !== b)?.id
  const both = a !== undefined && b !== undefined
  const compared = useQuery({ ...api.soa.compare.queryOptions({ input: { org, a: a ?? '', b: b ?? '' } }), enabled: both })
  const go = (change: { a?: string; b?: string }) => void navigate({ to: '.', search: { a, b, ...change } as never, replace: true })
  const error = list.error ?? compared.error
  return (
    <Page title={t.compare.title} crumbs={[{ label: t.title, to: path('soa') }]}>
      {error !== null && <ErrorView error={error} onRetry={() => void Promise.all([list.refetch(), compared.refetch()])} />}
      {list.data !== undefined && versions.length < 2 && <p className="sa-empty hg-muted">{t.compare.two}</p>}
      {versions.length >= 2 && (
        <div className="sa-pick">
          <Pick label={t.compare.older} value={a} versions={versions} onChange={(id) => go({ a: id })} />
          <Pick label={t.compare.newer} value={b} versions={versions} onChange={(id) => go({ b: id })} />
        </div>
      )}
      {both && compared.data === undefined && error === null && <div className="hg-bone" role="status" />}
      {compared.data !== undefined && <Changes comparison={compared.data} />}
    </Page>
  )
}

interface PickProps {
  readonly label: string
  readonly value: string | undefined
  readonly versions: readonly Row<typeof soa>[]
  readonly onChange: (id: string) => void
}

const Pick = ({ label, value, versions, onChange }: PickProps) => {
  const { t, text } = useWords()
  return (
    <label className="sa-pick-one">
      <span className="hg-muted">{label}</span>
      <Select
        value={value}
        placeholder={t.compare.choose}
        options={versions.map((v) => ({
          value: v.id,
          label: fill(t.versionOf, { number: v.number, state: valueLabel(text.nouns.soa, 'state', v.state) }),
        }))}
        onChange={onChange}
      />
    </label>
  )
}
