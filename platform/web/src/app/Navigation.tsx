import { DoubleLeftOutlined, DoubleRightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import { useOrganisation } from '../client/session.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { useOrgPath } from './links.tsx'
import { Mark } from './Mark.tsx'
import { useRegistry, type NavEntry } from './registry.ts'
import { navGroups } from './room.ts'

interface NavigationProps {
  readonly collapsed: boolean
  readonly onToggle?: () => void
  readonly onNavigate?: () => void
}

/** The places of the organisation that the caller may enter, grouped after plan, do, check, act. */
export const Navigation = ({ collapsed, onToggle, onNavigate }: NavigationProps) => {
  const t = useKitText()
  const { navigation } = useRegistry()
  const { permissions } = useOrganisation()
  const visible = navigation.filter(({ permission }) => permission === undefined || permissions.includes(permission))
  return (
    <>
      <Brand collapsed={collapsed} />
      <nav aria-label={t.nav.title} className="hg-nav" data-collapsed={collapsed}>
        {navGroups.map((group) => {
          const entries = visible.filter((entry) => entry.group === group)
          if (entries.length === 0) return null
          const id = `hg-nav-${group}`
          return (
            <section key={group} aria-labelledby={id}>
              <h2 id={id} className={collapsed ? 'hg-visually-hidden' : undefined}>
                {t.nav.groups[group]}
              </h2>
              <ul>
                {entries.map((entry) => (
                  <NavItem key={entry.path} entry={entry} collapsed={collapsed} onNavigate={onNavigate} />
                ))}
              </ul>
            </section>
          )
        })}
      </nav>
      {onToggle !== undefined && (
        <button type="button" className="hg-nav-toggle" onClick={onToggle} aria-label={collapsed ? t.nav.expand : t.nav.collapse} aria-expanded={!collapsed}>
          {collapsed ? <DoubleRightOutlined /> : <DoubleLeftOutlined />}
          {!collapsed && <span>{t.nav.collapse}</span>}
        </button>
      )}
    </>
  )
}

const Brand = ({ collapsed }: { readonly collapsed: boolean }) => {
  const t = useKitText()
  const path = useOrgPath()
  return (
    <Link to={path()} className="hg-brand" {...(collapsed ? { 'aria-label': t.product } : {})} activeOptions={{ exact: true }}>
      <Mark />
      {!collapsed && (
        <span className="hg-brand-words">
          <span className="hg-brand-name">{t.product === 'Heng' ? 'Heng 衡' : '衡 Heng'}</span>
          <span className="hg-brand-tag">{t.tagline}</span>
        </span>
      )}
    </Link>
  )
}

const NavItem = ({ entry, collapsed, onNavigate }: { readonly entry: NavEntry; readonly collapsed: boolean; readonly onNavigate: (() => void) | undefined }) => {
  const path = useOrgPath()
  const label = entry.label(entry.room.messages[useLocale()])
  const Badge = entry.badge
  const link = (
    <Link
      to={path(entry.path)}
      preload="intent"
      className="hg-nav-link"
      activeOptions={{ exact: entry.path === '', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
      {...(collapsed ? { 'aria-label': label } : {})}
    >
      <span className="hg-nav-icon" aria-hidden="true">
        {entry.icon}
      </span>
      {!collapsed && <span>{label}</span>}
      {Badge !== undefined && <Badge />}
    </Link>
  )
  return (
    <li>
      {collapsed ? (
        <Tooltip title={label} placement="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}
