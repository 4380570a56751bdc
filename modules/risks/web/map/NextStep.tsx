import { fill } from '@heng/contract'
import { OrgLink, useOrgPath, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { useMethod } from '../base/useMethod.ts'

/** What fills an empty map: risks out of scenarios, or ratings of the risks that there are. Nothing to say while a level is known. */
export const NextStep = ({ total, notAssessed, unrated }: { readonly total: number; readonly notAssessed: number; readonly unrated: Readonly<Record<string, string>> }) => {
  const t = useText(messages).pages.map.next
  const path = useOrgPath()
  const { inForce } = useMethod()
  if (inForce === null || notAssessed < total) return null
  const words = total === 0 ? t.noRisks : t.noRatings
  return (
    <Alert
      className="rk-notice" type="info" showIcon title={words.title}
      description={<>{fill(words.text, { count: total })} {total === 0 ? <OrgLink to="risk-scenarios">{words.link}</OrgLink> : <Link to={path('risks')} search={unrated as never}>{words.link}</Link>}</>}
    />
  )
}
