import { ImportOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { inSentence, useNarrow, useNoun, useOrgPath, usePast, useText, type ListActionProps } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { useTargets } from '../api.ts'

/** Leads from a register to the import of a file into it. */
export const ImportAction = ({ noun, beginning = false }: ListActionProps) => {
  const t = useText(messages).page
  const kit = useNoun(noun)
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(700)
  const title = fill(t.title, { noun: inSentence(kit.text.many) })
  const { asOf } = usePast()
  if (!useTargets().imports.has(noun.name) || asOf !== null) return null
  return (
    <Button icon={<ImportOutlined />} aria-label={title} onClick={() => void navigate({ to: path(`import/${noun.name}`) })}>
      {beginning ? title : !narrow && t.import}
    </Button>
  )
}
