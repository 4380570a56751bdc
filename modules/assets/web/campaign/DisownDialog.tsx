import { fill } from '@heng/contract'
import { ConfirmReason, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly count: number
  readonly busy: boolean
  readonly onConfirm: (reason: string | undefined) => void
  readonly onCancel: () => void
}

/** Asks why assets are not the caller's; a reason must be given. */
export const DisownDialog = ({ count, busy, onConfirm, onCancel }: Props) => {
  const t = useText(messages).pages.attest
  return (
    <ConfirmReason open={count > 0} title={fill(t.disownTitle, { count })} text={t.disownText} confirm={t.states.disowned} required busy={busy} onConfirm={onConfirm} onCancel={onCancel} />
  )
}
