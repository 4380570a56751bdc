import { ErrorView, Page, usePermission, useKitText, useNarrow, useOrganisation, type Search } from '@heng/web-kit'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Segmented, Select } from 'antd'
import { Bones } from '@heng/records/web/parts'
import { ApprovalList } from './ApprovalList.tsx'
import { ApprovalView } from './ApprovalView.tsx'
import { useWords } from './text.ts'
import { useApprovals, type View } from './useApprovals.ts'
import './approvals.css'

const views: readonly View[] = ['toDecide', 'requested', 'decided', 'all']
const overseers = new Set(['ismsManager', 'topManagement', 'internalAuditor', 'externalAuditor', 'auditAdministrator'])

/** What waits for me and what I asked for; the one that is open stands in the address. */
export const Component = () => {
  const t = useWords()
  const kitText = useKitText()
  const { roles } = useOrganisation()
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const mayDecide = usePermission('approval:decide')
  const offered = views.filter((view) => (view === 'all' ? roles.some((role) => overseers.has(role)) : mayDecide))
  const view = offered.find((one) => one === search['view']) ?? offered[0] ?? 'toDecide'
  const open = typeof search['open'] === 'string' ? search['open'] : undefined
  const { items, labels, query } = useApprovals({ view })
  const go = (next: { view?: View; open?: string | undefined }) =>
    void navigate({ to: '.', search: { ...(view === 'toDecide' && next.view === undefined ? {} : { view: next.view ?? view }), ...(next.open === undefined ? {} : { open: next.open }) } as never, resetScroll: false })
  const narrow = useNarrow(600)
  const following = items.find((item) => item.mine && item.id !== open)
  const choice = { 'aria-label': t.title, value: view, options: offered.map((value) => ({ value, label: t.views[value] })), onChange: (next: View) => go({ view: next }) }
  return (
    <Page title={t.title} about={t.about}>
      {offered.length > 1 && (narrow
        ? <Select<View> className="apr-views" {...choice} popupMatchSelectWidth={false} />
        : <Segmented<View> className="apr-views" {...choice} />)}
      {query.isPending ? <Bones lines={6} />
        : query.error !== null ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
        : items.length === 0 ? <p className="apr-empty">{t.empty[view]}</p>
        : <ApprovalList items={items} labels={labels} openId={open} onOpen={(id) => go({ open: id })} />}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.older}</Button>}
      <Drawer
        open={open !== undefined} size="min(860px, 100vw)" onClose={() => go({ open: undefined })} destroyOnHidden closable={{ 'aria-label': kitText.actions.close }}
        title={items.find((item) => item.id === open)?.title ?? t.title}
      >
        {open !== undefined && <ApprovalView key={open} id={open} next={following} onNext={(id) => go({ open: id })} />}
      </Drawer>
    </Page>
  )
}
