import { useKitText } from '@heng/web-kit'

/** Lines in place of what is still loading. */
export const Bones = ({ lines }: { readonly lines: number }) => {
  const t = useKitText()
  return (
    <div role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, i) => <div key={i} className="hg-bone" style={{ width: `${90 - ((i * 17) % 40)}%` }} />)}
    </div>
  )
}
