import { fill } from '@heng/contract'
import { ErrorView, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { PublicCard } from '../parts/PublicCard.tsx'
import { OrganisationStep, type Organisation } from './OrganisationStep.tsx'
import { OwnerStep, type Owner } from './OwnerStep.tsx'

/** First visit of an installation: its owner, then its organisation; signs in at the end. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.setup
  const { token } = useSearch({ strict: false }) as { token?: string }
  const [owner, setOwner] = useState<Owner>()
  const [organisation, setOrganisation] = useState<Partial<Organisation>>()
  const [refused, setRefused] = useState<unknown>()
  const [step, setStep] = useState<1 | 2>(1)
  const { data, error, refetch } = useQuery(api.setup.status.queryOptions({ input: {}, retry: false }))

  if (data?.open === false) {
    return (
      <PublicCard title={t.closedTitle} about={t.closedText}>
        <p className="dr-foot"><Link to="/sign-in">{t.toSignIn}</Link></p>
      </PublicCard>
    )
  }
  return (
    <PublicCard title={t.title} about={t.about} wide step={String(step)}>
      <ol className="dr-steps" aria-label={fill(t.stepOf, { step })}>
        <li aria-current={step === 1 ? 'step' : undefined} data-done={step === 2}>{t.steps.owner}</li>
        <li aria-current={step === 2 ? 'step' : undefined}>{t.steps.organisation}</li>
      </ol>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {step === 1 || owner === undefined ? (
        <OwnerStep
          token={owner?.token ?? token ?? ''}
          initial={owner}
          refused={refused}
          onDone={(next) => {
            setOwner(next)
            setStep(2)
          }}
        />
      ) : (
        <OrganisationStep
          owner={owner}
          initial={organisation}
          onBack={(entered, problem) => {
            setOrganisation(entered)
            setRefused(problem)
            setStep(1)
          }}
        />
      )}
    </PublicCard>
  )
}
