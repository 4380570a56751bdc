import { fill } from '@heng/contract'
import { FieldValue, useNoun, useText, type AnyRecord } from '@heng/web-kit'
import { vulnerability } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Section } from './Section.tsx'

/** On what asset and where on it, in which component, and who answers for it. */
export const Where = ({ row }: { readonly row: AnyRecord }) => {
  const words = useText(messages)
  const t = words.flaws.where
  const { fields } = words.nouns.vulnerability
  const kit = useNoun(vulnerability)
  const value = (name: string) => <FieldValue kit={kit} name={name} value={row[name]} labels={row.labels} />
  const component = row['component'] as string | null
  const fixedIn = row['fixedIn'] as string | null
  return (
    <Section title={t.title}>
      <dl className="vn-pairs vn-tight">
        <div><dt>{fields.asset}</dt><dd>{row['asset'] === null ? <span className="hg-muted">{t.noAsset}</span> : value('asset')}</dd></div>
        <div><dt>{fields.target}</dt><dd>{value('target')}</dd></div>
        {row['location'] !== null && <div><dt>{fields.location}</dt><dd><code>{String(row['location'])}</code></dd></div>}
        {(component !== null || fixedIn !== null) && (
          <div><dt>{fields.component}</dt><dd>{component !== null && <code>{component}</code>} <span className="hg-muted">{fixedIn === null ? t.noFix : fill(t.fixedIn, { version: fixedIn })}</span></dd></div>
        )}
        <div><dt>{fields.unit}</dt><dd>{value('unit')}</dd></div>
        <div><dt>{fields.owner}</dt><dd>{value('owner')}</dd></div>
        <div><dt>{fields.assignee}</dt><dd>{value('assignee')}</dd></div>
      </dl>
    </Section>
  )
}
