import { BellOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { formatNumber, OrgLink, useLocale, useText } from '@heng/web-kit'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { useCounts } from '../useCounts.ts'
import { NoticeList } from './NoticeList.tsx'
import { useMarkRead } from './useMarkRead.ts'
import '../work.css'

/** The bell above every page: what is new, read with one click. */
export const NoticeBell = () => {
  const t = useText(messages).bell
  const locale = useLocale()
  const unread = useCounts()?.unread ?? 0
  const [open, setOpen] = useState(false)
  const { markAll } = useMarkRead()
  const content = (
    <section className="wk-bell" aria-label={t.title}>
      <header>
        <h2>{t.title}</h2>
        {unread > 0 && <Button type="link" size="small" onClick={() => void markAll()}>{t.allRead}</Button>}
      </header>
      {open && <NoticeList limit={8} empty={t.empty} onFollow={() => setOpen(false)} />}
      <footer onClick={() => setOpen(false)} role="presentation">
        <OrgLink to="work/notices">{t.all}</OrgLink>
      </footer>
    </section>
  )
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" content={content} rootClassName="wk-bell-popover" destroyOnHidden>
      <Button type="text" className="wk-bell-button" aria-haspopup="dialog" aria-expanded={open} aria-label={unread > 0 ? fill(t.open, { count: formatNumber(unread, locale) }) : t.none}>
        <BellOutlined className="wk-bell-icon" />
        {unread > 0 && <span className="wk-bell-count" aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
      </Button>
    </Popover>
  )
}
