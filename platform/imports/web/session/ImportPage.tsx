import '../imports.css'
import { fill } from '@heng/contract'
import { ErrorView, inSentence, isApiError, OrgLink, Page, useLocale, useNounNamed, useOrgPath, useText } from '@heng/web-kit'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { isRunning, type Details, type Session } from '../api.ts'
import { CheckStep } from '../check/CheckStep.tsx'
import { MapStep } from '../map/MapStep.tsx'
import { ResultStep } from '../result/ResultStep.tsx'
import { Discard } from './Discard.tsx'
import { FileFacts } from './FileFacts.tsx'
import { furtherKit } from './furtherKit.ts'
import { LastStep } from './LastStep.tsx'
import { Running } from './Running.tsx'
import { Steps } from './Steps.tsx'
import { useSession, type Verbs } from './useSession.ts'

/** One import from its columns to its result. Where it stands follows from the import itself; `?step=map` goes back to the columns. */
export const Component = () => {
  const t = useText(messages).page
  const path = useOrgPath()
  const { id } = useParams({ strict: false }) as { id: string }
  const { details, session, verbs } = useSession(id)
  const crumbs = [{ label: t.history, to: path('imports') }]
  const error = details.error ?? session.error
  if (details.data !== undefined && session.data !== undefined) return <Loaded row={session.data} details={details.data} verbs={verbs} />
  return (
    <Page title={t.import} crumbs={crumbs}>
      {error === null ? <div className="hg-bone hg-bone-title" role="status" /> : <ErrorView error={error} onRetry={() => void Promise.all([details.refetch(), session.refetch()])} />}
    </Page>
  )
}

/** Reasons against a mapping stand beside what they are about. */
const hasPlaces = (error: unknown): boolean => isApiError(error) && error.fields.length > 0

type View = 'map' | 'check' | 'running' | 'result' | 'over'
const steps = { map: 'map', check: 'check', running: 'check', result: 'done', over: 'upload' } as const

const viewOf = (row: Session, details: Details, backToMap: boolean): View =>
  row.state === 'cancelled' ? 'over'
  : row.state === 'applied' ? 'result'
  : isRunning(details) ? 'running'
  : details.counts !== null && !(backToMap && details.allowed.includes('map')) ? 'check'
  : 'map'

const Loaded = ({ row, details, verbs }: { readonly row: Session; readonly details: Details; readonly verbs: Verbs }) => {
  const t = useText(messages).page
  const path = useOrgPath()
  const navigate = useNavigate()
  const { step } = useSearch({ strict: false }) as { step?: string }
  const plain = useNounNamed(row.noun)
  const locale = useLocale()
  const kit = plain === undefined ? undefined : furtherKit(plain, details.further, locale)
  const goTo = (wanted: 'map' | undefined) => void navigate({ to: '.', search: { step: wanted } as never, replace: wanted === undefined })
  if (kit === undefined) {
    return (
      <Page title={row.reference} crumbs={[{ label: t.history, to: path('imports') }]}>
        <Alert type="warning" showIcon title={fill(t.unknownRegister, { noun: row.noun })} />
      </Page>
    )
  }
  const view = viewOf(row, details, step === 'map')
  const mine = details.allowed.length > 0
  return (
    <Page
      title={`${fill(t.title, { noun: inSentence(kit.text.many) })} · ${row.fileName}`}
      heading={fill(t.title, { noun: inSentence(kit.text.many) })}
      about={<FileFacts row={row} details={details} verbs={verbs} editable={view === 'map'} />}
      crumbs={[{ label: kit.text.many, to: path(kit.path) }, { label: t.history, to: path('imports') }]}
      actions={details.allowed.includes('discard') && <Discard busy={verbs.busy} onDiscard={verbs.discard} />}
    >
      <div className="im-page">
        <Steps current={steps[view]} />
        {!mine && (view === 'map' || view === 'check' || view === 'running') && <Alert type="info" showIcon title={t.notYours} />}
        {view !== 'result' && <LastStep details={details} />}
        {verbs.error !== undefined && !(view === 'map' && hasPlaces(verbs.error)) && <ErrorView error={verbs.error} />}
        {view === 'over' && <Alert type="info" showIcon title={t.cancelled} action={<OrgLink to={`import/${row.noun}`}>{t.done.another}</OrgLink>} />}
        {view === 'running' && <Running details={details} onStop={details.allowed.includes('stop') ? verbs.stop : undefined} />}
        {view === 'map' && <MapStep key={details.version} kit={kit} details={details} verbs={verbs} onChecked={() => goTo(undefined)} />}
        {view === 'check' && <CheckStep kit={kit} details={details} verbs={verbs} onBack={() => goTo('map')} />}
        {view === 'result' && <ResultStep kit={kit} row={row} details={details} />}
      </div>
    </Page>
  )
}
