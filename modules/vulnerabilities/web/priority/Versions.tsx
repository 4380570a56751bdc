import { formatTimestamp, Scroll, useLocale, useTimeZone } from '@heng/web-kit'
import { Button } from 'antd'
import type { PolicyVersion } from '../../contract/index.ts'
import { useSaid, useWords } from './words.ts'

/** The decisions that put policies in force, the newest first. */
export const Versions = ({ versions, shown, onShow }: { readonly versions: readonly PolicyVersion[]; readonly shown: number; readonly onShow: (version: number) => void }) => {
  const t = useWords().policy
  const said = useSaid()
  const locale = useLocale()
  const zone = useTimeZone()
  return (
    <section className="vp-card">
      <h2>{t.versions}</h2>
      <Scroll label={t.versions}>
        <table className="vp-rules">
          <tbody>
            {versions.map(({ version, title, decidedAt, decidedBy, reason }) => (
              <tr key={version}>
                <th scope="row">{version}</th>
                <td>{said(title)}</td>
                <td>{decidedAt === null ? t.usual : formatTimestamp(decidedAt, locale, zone)}</td>
                <td>{decidedBy?.name}</td>
                <td className="vp-words">{reason}</td>
                <td>{version === shown ? <span className="hg-muted">{t.shownNow}</span> : <Button size="small" onClick={() => onShow(version)} aria-label={`${t.show}: ${t.version} ${version}`}>{t.show}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
