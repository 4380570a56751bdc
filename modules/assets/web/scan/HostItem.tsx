import { fill } from '@heng/contract'
import { CodeText, OrgLink, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { HostChanges } from './HostChanges.tsx'
import { HostDecision } from './HostDecision.tsx'
import type { Decision, ScanHost, ScanLabels } from './useScan.ts'

export interface HostItemProps {
  readonly host: ScanHost
  readonly labels: ScanLabels
  /** The scan is not applied yet. */
  readonly open: boolean
  readonly mayDecide: boolean
  readonly busy: boolean
  readonly onDecide: (decision: Decision, asset?: string) => void
}

/** One scanned host: what it is told by, what it probably is, what would change, and the decision. */
export const HostItem = (props: HostItemProps) => {
  const { host, labels, open, mayDecide } = props
  const text = useText(messages).pages
  const t = text.scan
  const asset = host.result ?? host.target ?? host.asset
  return (
    <li className="as-host" data-open={open && host.decision === null}>
      <div className="as-host-who">
        <b className="as-host-name">{host.name}</b>
        <ul className="as-host-identifiers">
          {host.identifiers.filter(({ value }) => value !== host.name).map(({ kind, value }) => (
            <li key={`${kind} ${value}`} title={text.identity.kinds[kind]} className="as-code">
              {value}
            </li>
          ))}
        </ul>
        {host.type === null ? (
          <p className="hg-muted">{t.noType}</p>
        ) : (
          <p>
            {t.type} <CodeText code={host.type.code} vocabulary="assetTypes" /> <span className="hg-muted">{fill(t.basis[host.type.basis], { found: host.type.found })}</span>
          </p>
        )}
        {host.description !== '' && (
          <details>
            <summary>{t.services}</summary>
            <p className="hg-prose as-code">{host.description}</p>
          </details>
        )}
      </div>
      <div className="as-host-what">
        {!open && host.result === null && <p className="hg-muted">{t.leftOut}</p>}
        {asset !== null && (open || host.result !== null) && (
          <p>
            <OrgLink to={`assets/${asset}`}>
              {host.result !== null ? fill(t.wasAsset, { name: labels[asset]?.text ?? asset })
              : host.by !== null && asset === host.asset ? fill(t.isAsset, { name: labels[asset]?.text ?? asset, kind: text.identity.kinds[host.by.kind], value: host.by.value })
              : fill(t.isThis, { name: labels[asset]?.text ?? asset })}
            </OrgLink>
          </p>
        )}
        {host.changes !== null && <HostChanges changes={host.changes} />}
        {mayDecide && host.result === null && <HostDecision {...props} />}
      </div>
    </li>
  )
}
