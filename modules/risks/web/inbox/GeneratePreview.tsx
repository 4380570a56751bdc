import { fill } from '@heng/contract'
import { errorWords, formatNumber, useKitText, useLocale, useOrg, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Generation } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'

/** More scenarios than people look through carefully in one round. */
const many = 300

/** How many scenarios the choices would bring, and for what. */
export const GeneratePreview = ({ wanted }: { readonly wanted: Partial<Generation> }) => {
  const t = useText(messages).pages.inbox.preview
  const locale = useLocale()
  const org = useOrg()
  const kitText = useKitText()
  const { data, error, isFetching } = useQuery({ ...api.riskScenario.preview.queryOptions({ input: { org, ...wanted } }), placeholderData: keepPreviousData, staleTime: 0 })
  const number = (count: number) => formatNumber(count, locale)
  if (error !== null) return <p role="alert">{errorWords(error, kitText).message}</p>
  const advice = data === undefined ? undefined
    : data.inScope === 0 ? t.noAssets
    : data.assets === 0 ? fill(t.noKey, { unvalued: number(data.unvalued) })
    : data.scenarios > many ? t.many
    : data.scenarios === 0 ? t.nothingNew : undefined
  return (
    <div className="rk-estimate" role="status" aria-busy={isFetching}>
      <p>
        <b className="hg-figure">{data === undefined ? '…' : fill(data.exact ? t.scenarios : t.atMost, { scenarios: number(data.scenarios) })}</b>{' '}
        {data !== undefined && <span className="hg-muted">{fill(t.from, { assets: number(data.assets), inScope: number(data.inScope), groups: number(data.groups) })}</span>}
      </p>
      {advice !== undefined && <p className="hg-help">{advice}</p>}
    </div>
  )
}
