import { ErrorView, Page, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { BackupCard } from './BackupCard.tsx'
import { DataCard } from './DataCard.tsx'
import { DatabaseCard } from './DatabaseCard.tsx'
import { MailCard } from './MailCard.tsx'
import { MigrationsCard } from './MigrationsCard.tsx'
import { ProcessCard } from './ProcessCard.tsx'
import '../operations.css'

/** The facts that whoever looks after the installation wants to know. */
export const Component = () => {
  const t = useText(messages).system
  const org = useOrg()
  const query = useQuery(api.system.facts.queryOptions({ input: { org }, refetchInterval: 60_000 }))
  const facts = query.data
  return (
    <Page title={t.title} about={t.about}>
      {query.error !== null ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      : facts === undefined ? <div className="op-cards" aria-busy="true">{[1, 2, 3, 4].map((n) => <div key={n} className="op-card"><div className="hg-bone" /><div className="hg-bone" /><div className="hg-bone" /></div>)}</div>
      : (
        <div className="op-cards">
          <ProcessCard facts={facts} />
          <DatabaseCard facts={facts} />
          <BackupCard facts={facts} />
          <MailCard facts={facts} />
          <DataCard facts={facts} />
          <MigrationsCard facts={facts} />
        </div>
      )}
    </Page>
  )
}
