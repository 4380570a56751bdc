import { ErrorView, useKitText } from '@heng/web-kit'

/** Stands in for data that is on its way or did not come. */
export const Loading = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) => {
  const t = useKitText()
  if (error !== null) return <ErrorView error={error} onRetry={onRetry} />
  return (
    <div role="status">
      <span className="hg-visually-hidden">{t.loading}</span>
      {[70, 92, 84, 60].map((width) => <div key={width} className="hg-bone" style={{ width: `${width}%` }} />)}
    </div>
  )
}
