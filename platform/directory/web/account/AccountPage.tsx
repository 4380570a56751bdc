import { Page, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { ApiTokenSection } from './ApiTokenSection.tsx'
import { PasskeySection } from './PasskeySection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProfileSection } from './ProfileSection.tsx'
import { SessionSection } from './SessionSection.tsx'
import { TwoFactorSection } from './TwoFactorSection.tsx'
import '../directory.css'

/** Everything about my own account: name, language, password, second factor, passkeys, sessions. */
export const Component = () => {
  const t = useText(messages).pages.account
  return (
    <Page title={t.title}>
      <div className="dr-sections">
        <ProfileSection />
        <PasswordSection />
        <TwoFactorSection />
        <PasskeySection />
        <SessionSection />
        <ApiTokenSection />
      </div>
    </Page>
  )
}
