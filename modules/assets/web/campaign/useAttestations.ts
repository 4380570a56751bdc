import { useOrg, type Api } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { assets } from '../../contract/index.ts'
import { api } from '../api.ts'

type Page = Awaited<ReturnType<Api<typeof assets>['campaign']['attestations']['call']>>
export type Attestation = Page['items'][number]
export type AttestationState = Attestation['state']

export interface AttestationFilter {
  readonly state: AttestationState | 'all'
  readonly mine: boolean
}

/** Assets to attest, five hundred at a time. */
export const useAttestations = (campaign: string, { state, mine }: AttestationFilter) => {
  const org = useOrg()
  const query = useInfiniteQuery(
    api.campaign.attestations.infiniteOptions({
      input: (after: string | undefined) => ({
        org, id: campaign, limit: 500,
        ...(state === 'all' ? {} : { state }),
        ...(mine ? { mine: 'true' } : {}),
        ...(after === undefined ? {} : { after }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const labels = useMemo(() => Object.assign({}, ...(query.data?.pages.map((page) => page.labels) ?? [])) as Page['labels'], [query.data])
  return { items, labels, query }
}
