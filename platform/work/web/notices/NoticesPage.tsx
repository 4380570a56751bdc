import { Page, useOrgPath, useText } from '@heng/web-kit'
import { Button, Switch } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { NoticeList } from '../bell/NoticeList.tsx'
import { useMarkRead } from '../bell/useMarkRead.ts'
import { useCounts } from '../useCounts.ts'
import { Preferences } from './Preferences.tsx'
import '../work.css'

/** All notices, and how one wants to be told. */
export const Component = () => {
  const t = useText(messages)
  const path = useOrgPath()
  const id = useId()
  const [unread, setUnread] = useState(false)
  const waiting = useCounts()?.unread ?? 0
  const { markAll } = useMarkRead()
  return (
    <Page title={t.noticePage.title} about={t.noticePage.about} crumbs={[{ label: t.inbox.title, to: path('work') }]}>
      <div className="wk-columns">
        <section className="wk-card" aria-labelledby={`${id}-list`}>
          <header>
            <h2 id={`${id}-list`}>{t.noticePage.list}</h2>
            <label className="wk-switch"><Switch size="small" checked={unread} onChange={setUnread} /> {t.noticePage.onlyUnread}</label>
            {waiting > 0 && <Button size="small" onClick={() => void markAll()}>{t.noticePage.markAll}</Button>}
          </header>
          <NoticeList limit={30} paged unread={unread} empty={unread ? t.noticePage.emptyUnread : t.noticePage.empty} />
        </section>
        <Preferences />
      </div>
    </Page>
  )
}
