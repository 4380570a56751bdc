import { fill } from '@heng/contract'
import { TimeText, useLocale, useText } from '@heng/web-kit'
import { Alert } from 'antd'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { formatSize } from '../figures.ts'
import { Card, Facts } from './Card.tsx'

const old = 7

/** When the last backup was made; a warning when there is none or an old one. */
export const BackupCard = ({ facts: { backup } }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const locale = useLocale()
  const days = backup === null ? 0 : Math.floor((Date.now() - Date.parse(backup.at)) / 86_400_000)
  return (
    <Card title={t.backup}>
      {backup === null && <Alert type="warning" showIcon title={t.backupNone} />}
      {days > old && <Alert type="warning" showIcon title={fill(t.backupOld, { days })} />}
      {backup !== null && (
        <Facts items={[[t.lastBackup, <TimeText key="at" value={backup.at} />], [t.size, formatSize(backup.bytes, locale)], [t.file, <code key="file">{backup.file}</code>]]} />
      )}
      <p className="hg-help">{t.backupHint}</p>
    </Card>
  )
}
