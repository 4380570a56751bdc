import { fill } from '@heng/contract'
import { OrgLink, useNotify, useOrg, usePermission, useText, useLocale } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { CatalogueSummary } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshFrameworks } from '../api.ts'

/** Catalogues of the installation that the organisation does not use yet, or uses in an older wording. */
export const Shelf = () => {
  const t = useText(messages).page.list
  const org = useOrg()
  const { data } = useQuery(api.framework.shipped.queryOptions({ input: { org } }))
  const items = (data?.items ?? []).filter((c) => c.installed === null)
  if (items.length === 0) return null
  return (
    <section className="fw-shelf">
      <h2>{t.shelf}</h2>
      <p className="hg-muted">{t.shelfAbout}</p>
      <ul>
        {items.map((catalogue) => (
          <ShelfItem key={catalogue.key} catalogue={catalogue} />
        ))}
      </ul>
    </section>
  )
}

const ShelfItem = ({ catalogue }: { readonly catalogue: CatalogueSummary }) => {
  const t = useText(messages).page.list
  const locale = useLocale()
  const org = useOrg()
  const may = usePermission('framework:import')
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const title = catalogue.title[locale] ?? catalogue.title.en ?? catalogue.key
  const install = useMutation({
    mutationFn: () => api.framework.install.call({ org, catalogue: catalogue.key }),
    onSuccess: async () => {
      await refresh()
      notify.success(fill(t.installed, { name: title }))
    },
    onError: notify.error,
  })
  return (
    <li className="fw-shelf-item">
      <div>
        <p className="fw-card-edition">{catalogue.edition[locale] ?? catalogue.edition.en}</p>
        <h3>{title}</h3>
        <p className="hg-muted">{fill(t.requirementsCount, { assessable: catalogue.assessable, all: catalogue.requirements })}</p>
      </div>
      {catalogue.older !== null ? (
        <OrgLink to={`frameworks/${catalogue.older}`}>{t.newer}</OrgLink>
      ) : (
        may && (
          <Button loading={install.isPending} onClick={() => install.mutate()} aria-label={`${t.use}: ${title}`}>
            {t.use}
          </Button>
        )
      )}
    </li>
  )
}
