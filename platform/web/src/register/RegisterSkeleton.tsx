import { useKitText } from '../text/text.ts'

/** Stands in for the list while its first page loads. */
export const RegisterSkeleton = () => {
  const t = useKitText()
  return (
    <div className="hg-grid hg-grid-bones" role="status">
      <span className="hg-visually-hidden">{t.loading}</span>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className="hg-bone-line" aria-hidden="true">
          {[8, 26 + ((index * 7) % 14), 10, 12, 14].map((width, column) => (
            <div key={column} className="hg-bone" style={{ width: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  )
}
