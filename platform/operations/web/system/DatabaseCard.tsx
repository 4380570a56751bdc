import { formatNumber, TimeText, useLocale, useText } from '@heng/web-kit'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { formatSize } from '../figures.ts'
import { Card, Facts } from './Card.tsx'

export const DatabaseCard = ({ facts: { database } }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const locale = useLocale()
  return (
    <Card title={t.database}>
      <Facts
        items={[
          [t.databaseVersion, database.version], [t.kind, database.embedded ? t.embedded : t.external], [t.size, formatSize(database.bytes, locale)],
          [t.connections, formatNumber(database.connections, locale)], [t.upSince, <TimeText key="up" value={database.startedAt} />],
        ]}
      />
    </Card>
  )
}
