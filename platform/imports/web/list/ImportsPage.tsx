import '../imports.css'
import { OrgLink, RegisterPage, useText } from '@heng/web-kit'
import { importNoun } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

const ToImport = ({ id }: { readonly id: string }) => {
  const t = useText(messages).page
  return (
    <p className="im-to">
      <OrgLink to={`imports/${id}`}>{t.open}</OrgLink>
    </p>
  )
}

/** Who imported what into which register, and how much of it was refused: as many as a screen of 1280 pixels shows whole. */
const columns = ['reference', 'fileName', 'noun', 'startedBy', 'state', 'refused', 'rows']

/** Every import that was made or begun; each leads to its own page, where it can be looked at or carried on. */
export const Component = () => <RegisterPage noun={importNoun} columns={columns} recordSummary={(row) => <ToImport id={row.id} />} />
