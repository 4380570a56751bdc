import { fill } from '@heng/contract'
import { NotGiven, useLocale, useOrg } from '@heng/web-kit'
import { useQueries } from '@tanstack/react-query'
import { Modal } from 'antd'
import { documentWords } from '../../locales/document.ts'
import { api } from '../api.ts'
import { Loading } from '../parts/Loading.tsx'
import { useNouns, usePages } from '../text.ts'
import { differencesOf } from './differences.ts'
import { contentOf, type Scope } from './types.ts'

/** What changed from one version to another. */
export const Changes = ({ from, to, onClose }: { readonly from: Scope; readonly to: Scope; readonly onClose: () => void }) => {
  const t = usePages().scope.changes
  const names = useNouns().scope.fields
  const org = useOrg()
  const locale = useLocale()
  const [old, now] = useQueries({ queries: [from, to].map(({ id }) => api.scope.guide.queryOptions({ input: { org, id } })) })
  const found = old?.data !== undefined && now?.data !== undefined ? differencesOf(contentOf(from, old.data.basis), contentOf(to, now.data.basis), documentWords[locale]) : undefined
  return (
    <Modal open width={760} footer={null} title={fill(t.title, { from: from.edition ?? '', to: to.edition ?? '' })} onCancel={onClose}>
      {found === undefined && <Loading error={old?.error ?? now?.error ?? null} onRetry={() => void Promise.all([old?.refetch(), now?.refetch()])} />}
      {found !== undefined && found.entries.length + found.statements.length === 0 && <p>{t.none}</p>}
      {found?.entries.map(({ field, added, removed }) => (
        <section key={field} className="or-change">
          <h3>{names[field]}</h3>
          <ul>
            {added.map((one) => <li key={`+${one}`} data-change="added"><strong>{t.added}</strong> {one}</li>)}
            {removed.map((one) => <li key={`-${one}`} data-change="removed"><strong>{t.removed}</strong> {one}</li>)}
          </ul>
        </section>
      ))}
      {found?.statements.map(({ field, before, after }) => (
        <section key={field} className="or-change">
          <h3>{names[field]}</h3>
          <dl className="or-before-after">
            <div><dt>{t.before}</dt><dd className="hg-prose">{before ?? <NotGiven />}</dd></div>
            <div><dt>{t.after}</dt><dd className="hg-prose">{after ?? <NotGiven />}</dd></div>
          </dl>
        </section>
      ))}
    </Modal>
  )
}
