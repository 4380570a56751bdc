import { ReloadOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { QueryClientContext } from '@tanstack/react-query'
import { Button } from 'antd'
import { useContext, type ReactNode } from 'react'
import { isApiError } from '../client/apiError.ts'
import { useKitText } from '../text/text.ts'
import { errorWords } from './errorText.ts'

// Asking again for what is not there, or not for this reader, gives the same answer.
const isFinal = (error: unknown): boolean => isApiError(error) && (error.status === 403 || error.status === 404)

/**
 * An error in the place of what could not be shown: what happened, what to do, the request number, and “try again”; where
 * trying again changes nothing, the way `back`.
 */
export const ErrorView = ({ error, onRetry, back }: { readonly error: unknown; readonly onRetry?: () => void; readonly back?: ReactNode }) => {
  const t = useKitText()
  const { message, hint, requestId } = errorWords(error, t)
  const client = useContext(QueryClientContext)
  const retry = () => {
    onRetry?.()
    // What failed with it (what the reader may do, names of values) would stay missing on the page.
    void client?.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' }, { cancelRefetch: false })
  }
  return (
    <div className="hg-error" role="alert">
      <p className="hg-error-message">{message}</p>
      {hint !== undefined ? <p>{hint}</p> : isApiError(error) && error.status === 404 && <p>{t.errors.refusedHint}</p>}
      {back !== undefined && isFinal(error) && <p>{back}</p>}
      {onRetry !== undefined && !isFinal(error) && (
        <Button icon={<ReloadOutlined />} onClick={retry}>
          {t.actions.retry}
        </Button>
      )}
      {requestId !== undefined && !isFinal(error) && <p className="hg-error-request">{fill(t.errors.requestId, { id: requestId })}</p>}
    </div>
  )
}
