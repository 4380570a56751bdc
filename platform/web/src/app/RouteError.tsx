import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorView } from '../feedback/ErrorView.tsx'
import { useKitText } from '../text/text.ts'
import { Page } from './Page.tsx'

/** Stands in for a page that failed, inside the frame, so that one can go elsewhere. */
export const RouteError = ({ error, reset }: ErrorComponentProps) => {
  const t = useKitText()
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const retry = () => {
    queries.reset()
    reset()
    void router.invalidate()
  }
  return (
    <Page title={t.errors.title}>
      <ErrorView error={error} onRetry={retry} />
    </Page>
  )
}
