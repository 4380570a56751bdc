import { MenuOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganisationOrNull } from '../client/session.ts'
import { PastSwitch } from '../past/PastSwitch.tsx'
import { useKitText } from '../text/text.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { OrganisationSwitch } from './OrganisationSwitch.tsx'
import { useRegistry } from './registry.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UserMenu } from './UserMenu.tsx'

/** Bar above every page: organisation, what rooms place there, language, appearance, account. */
export const Header = ({ onMenu }: { readonly onMenu?: () => void }) => {
  const t = useKitText()
  const { headerItems } = useRegistry()
  const inOrganisation = useOrganisationOrNull() !== null
  return (
    <header className="hg-header">
      {onMenu !== undefined && <Button type="text" icon={<MenuOutlined />} aria-label={t.nav.open} onClick={onMenu} />}
      {!inOrganisation && (
        <Link to="/" className="hg-header-brand">
          <Mark size={22} /> {t.product}
        </Link>
      )}
      <OrganisationSwitch />
      <div className="hg-header-items">{inOrganisation && <PastSwitch place="bar" />}{inOrganisation && headerItems.map(({ component: Item, order }) => <Item key={order} />)}</div>
      <LanguageSwitch />
      <ThemeSwitch />
      <UserMenu />
    </header>
  )
}
