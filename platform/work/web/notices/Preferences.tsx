import { fill } from '@heng/contract'
import { ErrorView, useNotify, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import { mailChoices, type MailChoice, type NoticeKind } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

interface Item {
  readonly kind: NoticeKind
  readonly inApp: boolean
  readonly mail: MailChoice
}

/** How the reader is told about what; each change is saved at once. */
export const Preferences = () => {
  const t = useText(messages).noticePage
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const [saving, setSaving] = useState<NoticeKind>()
  const query = useQuery(api.notice.preferences.queryOptions({ input: { org } }))
  const save = async (item: Item) => {
    setSaving(item.kind)
    try {
      await api.notice.setPreferences.call({ org, items: [item] })
      await query.refetch()
      notify.success(t.saved)
    } catch (error) {
      notify.error(error)
    } finally {
      setSaving(undefined)
    }
  }
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const data = query.data
  return (
    <section className="wk-card" aria-labelledby={id}>
      <header><h2 id={id}>{t.choose}</h2></header>
      {data === undefined ? <div className="hg-bone" aria-busy="true" /> : (
        <>
          {!data.mail ? <Alert type="info" showIcon title={t.noMail} /> : data.address === null ? <Alert type="warning" showIcon title={t.noAddress} /> : <p className="hg-muted">{fill(t.chooseHelp, { address: data.address })}</p>}
          <table className="wk-choices">
            <thead><tr><th scope="col">{t.what}</th><th scope="col">{t.inApp}</th><th scope="col">{t.mail}</th></tr></thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.kind}>
                  <th scope="row">{t.kinds[item.kind]}</th>
                  <td>
                    <Switch size="small" checked={item.inApp} loading={saving === item.kind} aria-label={fill(t.here, { kind: t.kinds[item.kind] })} onChange={(inApp) => void save({ ...item, inApp })} />
                  </td>
                  <td>
                    <Select<MailChoice>
                      size="small" value={item.mail} disabled={saving === item.kind} aria-label={fill(t.byMail, { kind: t.kinds[item.kind] })}
                      options={mailChoices.map((value) => ({ value, label: t.mails[value] }))} onChange={(mail) => void save({ ...item, mail })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
