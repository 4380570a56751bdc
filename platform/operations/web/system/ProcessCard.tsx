import { TimeText, useLocale, useText } from '@heng/web-kit'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { formatSize } from '../figures.ts'
import { Card, Facts } from './Card.tsx'

/** The process that answers, and all that work on the same database. */
export const ProcessCard = ({ facts }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const locale = useLocale()
  return (
    <Card title={t.process}>
      <Facts
        items={[
          [t.version, facts.version], [t.since, <TimeText key="since" value={facts.startedAt} />], [t.role, t.roles[facts.role]],
          [t.memory, formatSize(facts.memoryBytes, locale)], [t.node, facts.node], [t.platform, facts.platform],
        ]}
      />
      {facts.processes.length > 0 && (
        <>
          <h3>{t.processes}</h3>
          <ul className="op-lines">
            {facts.processes.map(({ role, name, since }) => <li key={name}>{t.roles[role]} <code>{name}</code> <span className="hg-muted"><TimeText value={since} relative /></span></li>)}
          </ul>
        </>
      )}
    </Card>
  )
}
