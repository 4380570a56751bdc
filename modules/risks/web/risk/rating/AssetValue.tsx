import './rating.css'
import { fill } from '@heng/contract'
import { LevelTag, OrgLink, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'

/** The value that the risk's assets go in with: shown with where it comes from, never typed. */
export const AssetValue = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.rating
  const asset = row['asset'] as string | null
  const further = (row['furtherAssets'] as string[] | undefined) ?? []
  const value = row['assetValue'] as number | null
  const label = asset === null ? undefined : row.labels[asset]
  return (
    <div className="rk-asset-value">
      <span className="rk-three-name">{t.assetValue}</span>
      <LevelTag value={value} />
      <span className="hg-muted">
        {asset === null ? t.noAsset : further.length > 0 ? fill(t.ofAssets, { count: further.length + 1 }) : null}{' '}
        {asset !== null && <OrgLink to={`assets/${asset}`}>{label?.text ?? ''}</OrgLink>}
        {asset !== null && value === null && <> · {t.noAssetValue}</>}
      </span>
    </div>
  )
}
