import { useKitText } from '../text/text.ts'

/** Stands in for a page while its code and data load. */
export const PageSkeleton = () => {
  const t = useKitText()
  return (
    <div className="hg-page" role="status" aria-live="polite">
      <span className="hg-visually-hidden">{t.loading}</span>
      <div className="hg-bone hg-bone-title" />
      {[86, 94, 72, 90, 64, 80].map((width) => (
        <div key={width} className="hg-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
