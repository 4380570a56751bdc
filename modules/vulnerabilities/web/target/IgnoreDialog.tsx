import { fill } from '@heng/contract'
import { ConfirmReason, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { inParts, useDecide, type DecisionProps } from './useDecide.ts'

/** Leaves targets out, or takes them back in; either needs a reason. */
export const IgnoreDialog = ({ rows, close, back = false }: DecisionProps & { readonly back?: boolean }) => {
  const t = useText(messages).targets
  const { decide, busy } = useDecide()
  const go = async (reason: string) => {
    const done = await decide(async (org) => {
      const { changed } = await inParts(rows, (ids) => api.target.ignore.call({ org, ids, ignored: !back, reason }))
      return back ? t.takenBack : fill(t.ignored, { count: changed })
    })
    if (done) close(true)
  }
  const title = back ? fill(t.takeBackTitle, { name: rows[0]!.name }) : rows.length === 1 ? fill(t.ignoreTitleOne, { name: rows[0]!.name }) : fill(t.ignoreTitle, { count: rows.length })
  return <ConfirmReason open title={title} text={back ? t.takeBackText : t.ignoreText} confirm={back ? t.takeBack : t.ignore} required busy={busy} onConfirm={(reason) => void go(reason!)} onCancel={() => close(false)} />
}
