import { OrgLink, RegisterPage, usePermission, useText } from '@heng/web-kit'
import { assetScan } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

const NewScan = () => {
  const t = useText(messages).pages.nav
  return usePermission('assetScan:run') ? <OrgLink to="assets-scan">{t.scan}</OrgLink> : null
}
const ToHosts = ({ id }: { readonly id: string }) => {
  const t = useText(messages).pages.scan
  return (
    <p className="as-to-hosts">
      <OrgLink to={`asset-scans/${id}`}>{t.toHosts}</OrgLink>
    </p>
  )
}

/** Earlier imports of scans; each leads to its hosts. */
export const Component = () => <RegisterPage noun={assetScan} actions={<NewScan />} recordSummary={(row) => <ToHosts id={row.id} />} />
