import './record.css'
import { NumberText, useText, type AnyRow } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { bindingDay, deadlineOf } from '../register/due.ts'
import { Due } from '../register/Due.tsx'
import { Epss, Exploited, Priority, Severity, State } from '../register/words.tsx'

/** What decides about a vulnerability, before everything else. */
export const RecordFacts = ({ row }: { readonly row: AnyRow }) => {
  const { fields } = useText(messages).nouns.vulnerability
  const deadline = deadlineOf(row)
  const cvss = row['cvss'] as number | null
  return (
    <dl className="vn-facts">
      <div><dt>{fields.priority}</dt><dd><Priority value={row['priority'] as string | null} /></dd></div>
      <div><dt>{fields.severity}</dt><dd><Severity value={row['severity'] as string | null} /></dd></div>
      <div><dt>{fields.state}</dt><dd><State value={String(row['state'])} /></dd></div>
      <div><dt>{bindingDay(deadline).kind === 'accepted' ? fields.acceptedUntil : fields.dueOn}</dt><dd><Due row={deadline} named /></dd></div>
      <div><dt>{fields.exploited}</dt><dd><Exploited value={row['exploited'] as boolean | null} /></dd></div>
      <div><dt>{fields.epss}</dt><dd><Epss value={row['epss'] as number | null} long /></dd></div>
      {cvss !== null && <div><dt>{fields.cvss}</dt><dd><NumberText value={cvss} /></dd></div>}
    </dl>
  )
}
