import { fill } from '@heng/contract'
import { formatTimestamp, TimeText, useLocale, useText, useTimeZone } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Card } from './Card.tsx'

/** Steps of the database's history; the list opens on request. */
export const MigrationsCard = ({ facts: { migrations } }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const locale = useLocale()
  const zone = useTimeZone()
  const [open, setOpen] = useState(false)
  const last = migrations.at(-1)
  return (
    <Card title={t.migrations}>
      <p>{fill(t.migrationCount, { count: migrations.length, when: last === undefined ? '–' : formatTimestamp(last.appliedAt, locale, zone) })}</p>
      {open && (
        <div className="hg-scroll-x" role="region" aria-label={t.migrations} tabIndex={0}>
          <table className="op-table">
            <thead><tr><th scope="col">{t.room}</th><th scope="col">{t.step}</th><th scope="col">{t.applied}</th><th scope="col">{t.by}</th></tr></thead>
            <tbody>
              {migrations.toReversed().map(({ module, id, appliedAt, version }) => (
                <tr key={`${module}/${id}`}><th scope="row">{module}</th><td><code>{id}</code></td><td><TimeText value={appliedAt} /></td><td>{version}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button className="op-more" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.hide : t.show}</Button>
    </Card>
  )
}
