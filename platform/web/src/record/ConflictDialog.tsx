import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { FieldValue } from '../values/FieldValue.tsx'
import type { Labels } from '../values/RecordLink.tsx'
import { Scroll } from '../values/Scroll.tsx'
import type { Conflict } from './conflict.ts'

export interface ConflictDialogProps {
  readonly kit: NounKit
  readonly clashes: readonly Conflict[]
  readonly labels: Labels
  /** Gives the names of the fields for which my version was chosen. */
  readonly onResolve: (mine: ReadonlySet<string>) => void
  readonly onCancel: () => void
}

/** Shows both versions field by field after a 409 and lets the reader choose for each. Theirs stands until chosen otherwise. */
export const ConflictDialog = ({ kit, clashes, labels, onResolve, onCancel }: ConflictDialogProps) => {
  const t = useKitText()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set())
  const choose = (name: string, keepMine: boolean) => {
    const next = new Set(mine)
    if (keepMine) next.add(name)
    else next.delete(name)
    setMine(next)
  }
  return (
    <Modal open width={760} title={t.conflict.title} okText={t.conflict.save} cancelText={t.actions.cancel} onOk={() => onResolve(mine)} onCancel={onCancel}>
      <p>{t.conflict.text}</p>
      <div className="hg-conflict-all">
        <Button size="small" onClick={() => setMine(new Set(clashes.map(({ name }) => name)))}>
          {t.conflict.allMine}
        </Button>
        <Button size="small" onClick={() => setMine(new Set())}>
          {t.conflict.allTheirs}
        </Button>
      </div>
      <Scroll label={t.conflict.title}>
        <table className="hg-conflict">
          <thead>
            <tr>
              <th scope="col">{t.conflict.field}</th>
              <th scope="col">{t.conflict.mine}</th>
              <th scope="col">{t.conflict.theirs}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map((clash) => {
              const label = fieldLabel(kit.text, t, clash.name)
              return (
                <tr key={clash.name}>
                  <th scope="row">{label}</th>
                  {([true, false] as const).map((isMine) => (
                    <td key={String(isMine)}>
                      <label>
                        <input
                          type="radio"
                          name={`conflict-${clash.name}`}
                          aria-label={`${label}: ${isMine ? t.conflict.mine : t.conflict.theirs}`}
                          checked={mine.has(clash.name) === isMine}
                          onChange={() => choose(clash.name, isMine)}
                        />
                        <FieldValue kit={kit} name={clash.name} value={isMine ? clash.mine : clash.theirs} labels={labels} />
                      </label>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </Modal>
  )
}
