import { meOptions, StatusTag, useMe, useNotify, useText } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, auth } from '../api.ts'
import { Section } from '../parts/Section.tsx'
import { ConfirmPassword } from './ConfirmPassword.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { ScanStep } from './ScanStep.tsx'

type Asking = 'enable' | 'disable' | 'renew'
interface Enrolment {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** The authenticator app: set up by scanning and a first code, recovery codes shown once, switched off by password. */
export const TwoFactorSection = () => {
  const t = useText(messages).pages.twoFactor
  const { user } = useMe()
  const notify = useNotify()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [codes, setCodes] = useState<readonly string[]>()

  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: meOptions().queryKey }), queries.invalidateQueries({ queryKey: api.account.sessions.key() })])
  const confirmed: Record<Asking, (password: string) => Promise<void>> = {
    enable: async (password) => setEnrolment(await auth<Enrolment>('/two-factor/enable', { password })),
    disable: async (password) => {
      await auth('/two-factor/disable', { password })
      await refresh()
      notify.success(t.disabled)
    },
    renew: async (password) => setCodes((await auth<Enrolment>('/two-factor/generate-backup-codes', { password })).backupCodes),
  }
  const activate = async (code: string): Promise<void> => {
    await auth('/two-factor/verify-totp', { code })
    setCodes(enrolment!.backupCodes)
    setEnrolment(undefined)
    notify.success(t.enabled)
    await refresh()
  }
  return (
    <Section
      title={t.title}
      text={t.text}
      mark={<StatusTag tone={user.twoFactor ? 'good' : 'neutral'}>{user.twoFactor ? t.on : t.off}</StatusTag>}
      actions={
        user.twoFactor ? (
          <>
            <Button onClick={() => setAsking('renew')}>{t.renew}</Button>
            <Button danger onClick={() => setAsking('disable')}>{t.disable}</Button>
          </>
        ) : (
          <Button type="primary" onClick={() => setAsking('enable')}>{t.enable}</Button>
        )
      }
    >
      {asking !== undefined && (
        <ConfirmPassword
          text={asking === 'enable' ? t.text : asking === 'disable' ? t.disableText : t.renewText}
          danger={asking === 'disable'}
          onCancel={() => setAsking(undefined)}
          onConfirm={async (password) => {
            await confirmed[asking](password)
            setAsking(undefined)
          }}
        />
      )}
      {enrolment !== undefined && <ScanStep uri={enrolment.totpURI} onActivate={activate} onCancel={() => setEnrolment(undefined)} />}
      {codes !== undefined && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  )
}
