import { Fragment, useState, type ReactNode } from 'react'
import { showInstant } from './instant.ts'
import { PastBar } from './PastBar.tsx'
import { PastContext, usePastOfAddress } from './PastContext.ts'
import { PastSwitchContext } from './PastSwitch.tsx'
import './past.css'

/**
 * Below it, pages show the instant that stands in the address (`asOf`), or today. A page that comes to show another instant is made anew,
 * so that nothing of the instant before it stays on it.
 */
export const PastFrame = ({ frame, children }: { readonly frame: (page: ReactNode) => ReactNode; readonly children: ReactNode }) => {
  const past = usePastOfAddress()
  const [opened, setOpened] = useState(false)
  showInstant(past.asOf)
  return (
    <PastContext value={past}>
      <PastSwitchContext value={{ opened: past.able && (opened || past.asOf !== null), open: setOpened }}>
        {frame(
          <>
            {past.wanted !== null || (past.able && opened) ? <PastBar onClose={() => setOpened(false)} /> : null}
            <Fragment key={past.asOf ?? 'today'}>{children}</Fragment>
          </>,
        )}
      </PastSwitchContext>
    </PastContext>
  )
}
