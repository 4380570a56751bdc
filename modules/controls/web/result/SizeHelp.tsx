import { fill } from '@heng/contract'
import { useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** How many items are drawn where nobody says so. */
export const SizeHelp = ({ test, population }: { readonly test: AnyRecord | undefined; readonly population: number | null }) => {
  const t = useText(messages).tests.result
  const org = useOrg()
  const [confidence, tolerable, fixed] = ['confidence', 'tolerableRate', 'sampleSize'].map((key) => (test?.[key] ?? null) as number | null) as [number | null, number | null, number | null]
  const { data } = useQuery({
    ...api.controlTest.sampleSize.queryOptions({ input: { org, confidence: confidence ?? 90, tolerable: tolerable ?? 10, ...(population === null ? {} : { population }) } }),
    enabled: fixed === null && confidence !== null && tolerable !== null && population !== null && population > 0,
  })
  const size = fixed === null ? data?.size : population === null ? fixed : Math.min(fixed, population)
  return <p className="hg-help">{size === undefined ? t.sizeAll : fill(t.sizeHelp, { size })}</p>
}
