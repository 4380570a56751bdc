import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { RecordDrawer, useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { interestedParty, partyRequirement } from '../../contract/index.ts'
import { api, useRefreshOrganisation } from '../api.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import { PartyBlock } from './PartyBlock.tsx'

type Opened = { readonly what: 'party' | 'requirement'; readonly id: string; readonly party?: string }

/** Interested parties, each with what it requires and whether the ISMS takes care of it. */
export const Parties = () => {
  const t = usePages().context
  const org = useOrg()
  const mayRead = usePermission('interestedParty:read')
  const mayWrite = usePermission('interestedParty:write')
  const refresh = useRefreshOrganisation()
  const [opened, setOpened] = useState<Opened>()
  const parties = useQuery({ ...api.interestedParty.list.queryOptions({ input: { org, limit: 500 } }), enabled: mayRead })
  const requirements = useQuery({ ...api.partyRequirement.list.queryOptions({ input: { org, limit: 500, sort: 'createdAt' } }), enabled: mayRead })
  if (!mayRead) return null
  const close = () => {
    setOpened(undefined)
    void refresh()
  }
  const all = requirements.data?.items ?? []
  const decided = all.filter(({ addressed }) => addressed !== 'undecided').length
  return (
    <section className="or-card" aria-labelledby="or-parties">
      <header>
        <h2 id="or-parties">{t.parties}</h2>
        {mayWrite && <Button icon={<PlusOutlined />} onClick={() => setOpened({ what: 'party', id: 'new' })}>{t.addParty}</Button>}
      </header>
      <p className="hg-muted">{t.partiesAbout}{all.length > 0 && ` ${fill(t.progress, { decided, all: all.length })}`}</p>
      {(parties.data === undefined || requirements.data === undefined) && <Loading error={parties.error ?? requirements.error} onRetry={() => void Promise.all([parties.refetch(), requirements.refetch()])} />}
      {parties.data?.items.length === 0 && <p className="or-none">{t.noParties}</p>}
      {requirements.data !== undefined && parties.data?.items.map((party) => (
        <PartyBlock
          key={party.id}
          party={party}
          requirements={all.filter((one) => one.party === party.id)}
          labels={requirements.data.labels}
          onParty={() => setOpened({ what: 'party', id: party.id })}
          onRequirement={(id) => setOpened({ what: 'requirement', id })}
          {...(mayWrite ? { onAdd: () => setOpened({ what: 'requirement', id: 'new', party: party.id }) } : {})}
        />
      ))}
      {(parties.data?.items.length ?? 0) > 0 && (
        <p className="or-more">
          <LinkButton to="interested-parties" size="small" type="text" icon={<UnorderedListOutlined />}>{t.partyRegister}</LinkButton>
          <LinkButton to="party-requirements" size="small" type="text" icon={<UnorderedListOutlined />}>{t.requirementRegister}</LinkButton>
        </p>
      )}
      <RecordDrawer noun={interestedParty} open={opened?.what === 'party' ? opened.id : undefined} onClose={close} onCreated={close} />
      <RecordDrawer
        noun={partyRequirement}
        open={opened?.what === 'requirement' ? opened.id : undefined}
        onClose={close}
        onCreated={close}
        defaults={{ addressed: 'undecided', ...(opened?.party === undefined ? {} : { party: opened.party }) }}
      />
    </section>
  )
}
