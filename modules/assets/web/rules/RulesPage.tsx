import '../assets.css'
import { ErrorView, Page, useNoun, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Revaluation } from './Revaluation.tsx'
import { RulesForm } from './RulesForm.tsx'

/** How C, I and A become a value, and from which value an asset is a key asset. */
export const Component = () => {
  const t = useText(messages).pages.rules
  const kit = useNoun(asset)
  const org = useOrg()
  const path = useOrgPath()
  const mayWrite = usePermission('assetSettings:write')
  const { data, error, refetch } = useQuery({
    ...api.settings.get.queryOptions({ input: { org } }),
    refetchInterval: ({ state }) => (['waiting', 'running'].includes(state.data?.revaluation?.state ?? '') ? 1_000 : false),
  })
  return (
    <Page title={t.title} about={t.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }]}>
      {error !== null && data === undefined ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone" role="status" />
      : <div className="as-rules">
          {data.revaluation !== null && <Revaluation job={data.revaluation} />}
          <RulesForm key={`${data.valueFunction} ${data.keyThreshold} ${JSON.stringify(data.weights)}`} settings={data} mayWrite={mayWrite} />
        </div>}
    </Page>
  )
}
