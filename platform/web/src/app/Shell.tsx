import { useState, type ReactNode } from 'react'
import { Drawer } from 'antd'
import { useOrganisationOrNull } from '../client/session.ts'
import { useKitText } from '../text/text.ts'
import { Header } from './Header.tsx'
import { Navigation } from './Navigation.tsx'
import { useNarrow } from './ThemeProvider.tsx'

const key = 'heng.nav.collapsed'
const storedCollapsed = (): boolean => {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}

/** Frame of every signed-in page: navigation at the left (a drawer when narrow), header, and the page. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const t = useKitText()
  const narrow = useNarrow()
  const inOrganisation = useOrganisationOrNull() !== null
  const [collapsed, setCollapsed] = useState(storedCollapsed)
  const [open, setOpen] = useState(false)
  const toggle = () => {
    setCollapsed(!collapsed)
    try {
      localStorage.setItem(key, collapsed ? '0' : '1')
    } catch {
      // Storage may be refused; the state then lasts until the page is left.
    }
  }
  return (
    <div className="hg-shell" data-nav={!inOrganisation || narrow ? 'none' : collapsed ? 'narrow' : 'wide'}>
      <a className="hg-skip" href="#content">
        {t.skip}
      </a>
      {inOrganisation && !narrow && (
        <aside className="hg-side">
          <Navigation collapsed={collapsed} onToggle={toggle} />
        </aside>
      )}
      {inOrganisation && narrow && (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={272}
          title={null}
          closable={false}
          aria-label={t.nav.title}
          styles={{ body: { padding: 0 } }}
        >
          <div className="hg-side">
            <Navigation collapsed={false} onNavigate={() => setOpen(false)} />
          </div>
        </Drawer>
      )}
      <div className="hg-main">
        <Header {...(inOrganisation && narrow ? { onMenu: () => setOpen(true) } : {})} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}
