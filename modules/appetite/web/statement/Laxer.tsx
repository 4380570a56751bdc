import './limits.css'
import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { Alert } from 'antd'
import type { Line } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Laxer as Found } from '../../rules/lint.ts'
import { useCategory } from '../base/useCategory.ts'
import { useUnits } from '../base/useUnits.ts'

/** Says which units may bear more than the units above them: it may be meant, and it should be seen. */
export const Laxer = ({ lines, found }: { readonly lines: readonly Line[]; readonly found: readonly Found[] }) => {
  const t = useText(messages).pages.statement
  const { nameOf, whole } = useCategory()
  const units = useUnits()
  if (found.length === 0) return null
  const unitOf = (id: string) => {
    const unit = lines.find((l) => l.id === id)?.unit ?? null
    return unit === null ? whole : units.nameOf(unit)
  }
  return (
    <Alert
      className="ap-notice" type="info" showIcon title={t.laxer}
      description={
        <ul className="ap-lax">
          {found.map(({ line, than, key }) => (
            <li key={`${line} ${key}`}>{fill(t.laxerLine, { unit: unitOf(line), above: unitOf(than), category: nameOf(lines.find((l) => l.id === line)!.category), what: t.limitNames[key] })}</li>
          ))}
        </ul>
      }
    />
  )
}
