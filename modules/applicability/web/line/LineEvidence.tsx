import { fill } from '@heng/contract'
import { useNotify, useOrg } from '@heng/web-kit'
import { Button } from 'antd'
import type { WorkingLine } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { ControlEvidence } from '../evidence/ControlEvidence.tsx'
import { ImplementationTag, WhySupported } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'

/** What the tests of its controls say of a line of a draft, and the means to take that over. */
export const LineEvidence = ({ soa, line }: { readonly soa: string; readonly line: WorkingLine }) => {
  const { t } = useWords()
  const { evidence: e, drift: d } = t
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const { evidence } = line
  if (evidence === null) return null
  const take = async () => {
    try {
      const { changed } = await api.soa.conclude.call({ org, id: soa, lines: [line.id] })
      await refresh()
      notify.success(fill(d.concluded, { count: changed }))
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <section className="sa-evidence">
      <h3>{e.supports}</h3>
      <span className="sa-effect">
        <ImplementationTag value={evidence.supported} none={e.notAssessed} />
        {evidence.drift !== null && line.allowed.includes('update') && (
          <Button size="small" onClick={() => void take()}>
            {e.take}
          </Button>
        )}
        {evidence.supported !== null && evidence.drift === null && <span className="hg-muted">{e.agrees}</span>}
      </span>
      <WhySupported evidence={evidence} />
      {evidence.controls.length > 0 && <ControlEvidence controls={evidence.controls} />}
    </section>
  )
}
