import type { ReactNode } from 'react'
import { useKitText } from '../text/text.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'

/** Frame of pages without a session: sign-in, set-up, an invitation. */
export const PublicFrame = ({ children }: { readonly children: ReactNode }) => {
  const t = useKitText()
  return (
    <div className="hg-public">
      <a className="hg-skip" href="#content">
        {t.skip}
      </a>
      <header>
        <span className="hg-header-brand">
          <Mark size={30} /> <span>{t.product === 'Heng' ? 'Heng 衡' : '衡 Heng'}</span>
        </span>
        <LanguageSwitch signedIn={false} />
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
