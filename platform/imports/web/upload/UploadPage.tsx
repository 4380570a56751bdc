import '../imports.css'
import { DownloadOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, inSentence, OrgLink, Page, useLocale, useNounNamed, useOrg, useOrgPath, useText, type NounKit } from '@heng/web-kit'
import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { useTargets } from '../api.ts'
import { Steps } from '../session/Steps.tsx'
import { DropZone } from './DropZone.tsx'
import { Unfinished } from './Unfinished.tsx'
import { useUpload } from './useUpload.ts'

/** First step of an import: the file. Reading it leads to the page where its columns are mapped. */
export const Component = () => {
  const t = useText(messages).page
  const { noun } = useParams({ strict: false }) as { noun: string }
  const kit = useNounNamed(noun)
  return kit === undefined ? (
    <Page title={t.import}>
      <Alert type="warning" showIcon title={fill(t.unknownRegister, { noun })} />
    </Page>
  ) : (
    <Upload kit={kit} />
  )
}

const Upload = ({ kit }: { readonly kit: NounKit }) => {
  const t = useText(messages).page
  const org = useOrg()
  const locale = useLocale()
  const path = useOrgPath()
  const { noun } = kit
  const { progress, error, take } = useUpload(noun.name)
  const { imports: targets, limits, loaded } = useTargets()
  const title = fill(t.title, { noun: inSentence(kit.text.many) })
  return (
    <Page title={title} crumbs={[{ label: kit.text.many, to: path(kit.path) }]} actions={<OrgLink to="imports">{t.history}</OrgLink>}>
      <div className="im-page">
        <Steps current="upload" />
        {loaded && !targets.has(noun.name) ? (
          <Alert type="warning" showIcon title={fill(t.notAllowed, { noun: kit.text.many })} />
        ) : (
          <>
            <DropZone progress={progress} limits={limits} onFile={take} />
            {error !== undefined && <ErrorView error={error} />}
            <p>
              <a href={`/api/v1/orgs/${encodeURIComponent(org)}/import-templates/${noun.name}?locale=${locale}`} download>
                <DownloadOutlined aria-hidden="true" /> {t.upload.template}
              </a>
            </p>
            <Unfinished noun={noun.name} />
          </>
        )}
      </div>
    </Page>
  )
}
