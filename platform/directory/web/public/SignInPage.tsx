import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useText } from '@heng/web-kit'
import { Alert } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { PublicCard } from '../parts/PublicCard.tsx'
import { useArrive } from '../useArrive.ts'
import { PasswordStep } from './PasswordStep.tsx'
import { FactorStep } from './FactorStep.tsx'

/** Sign-in by password and second factor, or by passkey; returns to the page that asked for it. */
export const Component = () => {
  const t = useText(messages).pages.signIn
  const { return: back } = useSearch({ strict: false }) as { return?: string }
  const arrive = useArrive()
  const [factor, setFactor] = useState(false)
  const { data } = useQuery(api.setup.status.queryOptions({ input: {}, retry: false }))
  const done = () => arrive(back ?? '/')
  if (factor) return <FactorStep onDone={done} onRestart={() => setFactor(false)} />
  return (
    <PublicCard title={t.title} step="password">
      {data?.open === true && (
        <Alert type="info" showIcon className="dr-alert" title={t.waiting} action={<Link to="/setup">{t.toSetup}</Link>} />
      )}
      <PasswordStep onDone={done} onFactor={() => setFactor(true)} />
    </PublicCard>
  )
}
