import { Fragment, lazy, Suspense, useState, type ReactNode } from 'react'
import { showInstant } from './instant.ts'
import { PastContext, usePastOfAddress } from './PastContext.ts'
import { PastSwitchContext } from './PastSwitch.tsx'
import './past.css'

// Its choice of a day is a third of all that the first page would load.
const PastBar = lazy(async () => ({ default: (await import('./PastBar.tsx')).PastBar }))

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
            {past.wanted !== null || (past.able && opened) ? (
              <Suspense fallback={<div className="hg-past hg-bone" />}><PastBar onClose={() => setOpened(false)} /></Suspense>
            ) : null}
            <Fragment key={past.asOf ?? 'today'}>{children}</Fragment>
          </>,
        )}
      </PastSwitchContext>
    </PastContext>
  )
}
