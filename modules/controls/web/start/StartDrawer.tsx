import { fill } from '@heng/contract'
import { ErrorView, OrgLink, RecordSelect, useNarrow, useNotify, useOrg, useText } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, frameworksApi, useRefreshControls } from '../api.ts'
import { LineChoice } from './LineChoice.tsx'

/** Key of the publication whose annex the controls begin with. */
const annexA = 'iso-iec-27001-2022'

/** Chooses lines of Annex A and makes controls of them. */
export const StartDrawer = ({ close }: { readonly close: () => void }) => {
  const t = useText(messages).page.start
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshControls()
  const narrow = useNarrow(700)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [ownerId, unitId] = [useId(), useId()]
  const [owner, setOwner] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const frameworks = useQuery(frameworksApi.framework.list.queryOptions({ input: { org, limit: 200 } }))
  const framework = frameworks.data?.items.find((f) => f.key === annexA && f.state === 'current')
  const tree = useQuery({
    ...frameworksApi.framework.tree.queryOptions({ input: { org, id: framework?.id ?? '' } }),
    enabled: framework !== undefined,
  })
  const create = useMutation({
    mutationFn: () => api.control.start.call({ org, requirements: [...chosen], owner, unit }),
    onSuccess: async ({ created }) => {
      await refresh()
      if (created.length === 0) notify.info(t.nothingNew)
      else notify.success(created.length === 1 ? t.doneOne : fill(t.done, { count: created.length }))
      close()
    },
    onError: notify.error,
  })
  const lines = (tree.data?.nodes ?? []).filter((n) => n.kind === 'control' || n.kind === 'theme')
  const error = frameworks.error ?? tree.error
  return (
    <Drawer
      open
      onClose={close}
      title={t.title}
      size={narrow ? '100vw' : 720}
      footer={
        <div className="ct-foot">
          <span className="hg-muted" role="status">
            {fill(t.chosen, { count: chosen.size })}
          </span>
          <Button type="primary" disabled={chosen.size === 0} loading={create.isPending} onClick={() => create.mutate()}>
            {chosen.size === 1 ? t.createOne : fill(t.create, { count: chosen.size })}
          </Button>
        </div>
      }
    >
      <p className="hg-muted">{t.about}</p>
      {error !== null && <ErrorView error={error} onRetry={() => void frameworks.refetch()} />}
      {frameworks.data !== undefined && framework === undefined && (
        <p>
          {t.noFramework} <OrgLink to="frameworks">{t.toFrameworks}</OrgLink>
        </p>
      )}
      {framework !== undefined && (
        <div className="ct-both">
          <div>
            <label className="hg-label" htmlFor={ownerId}>
              {t.owner}
            </label>
            <RecordSelect id={ownerId} target="person" value={owner} onChange={(id) => setOwner(id as string | null)} />
          </div>
          <div>
            <label className="hg-label" htmlFor={unitId}>
              {t.unit}
            </label>
            <RecordSelect id={unitId} target="unit" value={unit} onChange={(id) => setUnit(id as string | null)} />
          </div>
        </div>
      )}
      {tree.isPending && framework !== undefined && <div className="hg-bone" role="status" />}
      <LineChoice lines={lines} chosen={chosen} onChange={setChosen} />
    </Drawer>
  )
}
