import { RegisterPage, useListState, useText } from '@heng/web-kit'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { scanTarget } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { targetRenderers } from '../scan/renderers.tsx'
import { Queue } from './Queue.tsx'

type View = 'queue' | 'all'
const columns = ['reference', 'name', 'state', 'asset', 'matchedBy', 'exposure', 'unit', 'openVulnerabilities', 'lastSeen']

/** Targets: those that nobody recognises first, one after another; or all of them as a register. */
export const Component = () => {
  const t = useText(messages).targets
  const navigate = useNavigate()
  const search = useLocation({ select: (location) => location.search as Readonly<Record<string, string | undefined>> })
  const [{ q, filter, open }] = useListState()
  // Who comes by a filter or a record means the register, unless the filter is what the queue shows.
  const means: View = open === undefined && q === '' && Object.entries(filter).every(([field, values]) => field === 'state' && values.join() === 'unmatched') ? 'queue' : 'all'
  const view = search['view'] === 'all' || search['view'] === 'queue' ? search['view'] : means
  const choice = (
    <Segmented<View>
      aria-label={t.view}
      value={view}
      options={[{ value: 'queue', label: t.queue }, { value: 'all', label: t.all }]}
      onChange={(next) => void navigate({ to: '.', search: { view: next } as never, replace: true })}
    />
  )
  return view === 'queue' ? <Queue choice={choice} /> : <RegisterPage noun={scanTarget} columns={columns} renderers={targetRenderers} creates={false} actions={choice} />
}
