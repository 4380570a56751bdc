import { fill } from '@heng/contract'
import { OrgLink, useNotify, useOrg, usePermission, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Dropdown, Button } from 'antd'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'
import { State } from '../../renderers.tsx'

interface PlanOf {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly state: string
}

/** Plans that the risk is in, and the way into a draft or a new one. */
export const Plans = ({ row, plans }: { readonly row: AnyRecord; readonly plans: readonly PlanOf[] | undefined }) => {
  const t = useText(messages).pages.treatment
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const may = usePermission('treatmentPlan:write') && row['status'] === 'open'
  const drafts = useQuery({ ...api.treatmentPlan.list.queryOptions({ input: { org, filter: { state: 'draft' }, limit: 50 } }), enabled: may })
  const open = (drafts.data?.items ?? []).filter((p) => !(plans ?? []).some((known) => known.id === p.id))
  const add = async (id: string) => {
    try {
      const target = open.find((p) => p.id === id)
      const made = target === undefined
        ? await api.treatmentPlan.create.call({ org, name: fill(t.planName, { year: new Date().getFullYear() }), risks: [row.id] })
        : await api.treatmentPlan.update.call({ org, id, version: target.version, values: { risks: [...(target.risks ?? []), row.id] } })
      notify.success(fill(t.addedToPlan, { plan: `${made.reference} ${made.name}` }))
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  const items = [...open.map((p) => ({ key: p.id, label: `${p.reference} ${p.name}` })), { key: 'new', label: t.newPlan }]
  return (
    <section className="rk-section" aria-labelledby="plans-heading">
      <header>
        <h2 id="plans-heading">{t.plans}</h2>
        {may && (
          <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void add(key) }}>
            <Button size="small">{t.addToPlan}</Button>
          </Dropdown>
        )}
      </header>
      {plans?.length === 0 && <p className="hg-muted">{t.noPlans}</p>}
      <ul className="rk-plain">
        {plans?.map((p) => (
          <li key={p.id}>
            <OrgLink to={`treatment-plans/${p.id}`}>{p.name}</OrgLink> <span className="hg-reference">{p.reference}</span> <State noun="treatmentPlan" field="state" value={p.state} />
          </li>
        ))}
      </ul>
    </section>
  )
}
