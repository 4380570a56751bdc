import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly content: ReactNode
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Tabs after the WAI-ARIA pattern with automatic activation: the arrow keys, Home and End choose. Where there is no room
 * for all, the strip scrolls sideways and brings the chosen one into sight. A panel is rendered when it is first chosen
 * and stays from then on. `first` is the key of the tab to begin with, else the leftmost.
 */
export const TabStrip = ({ label, tabs, first }: { readonly label: string; readonly tabs: readonly Tab[]; readonly first?: string | undefined }) => {
  const id = useId()
  const strip = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(tabs.some(({ key }) => key === first) ? first : tabs[0]?.key)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(chosen === undefined ? [] : [chosen]))
  const current = tabs.some(({ key }) => key === chosen) ? chosen : tabs[0]?.key
  const choose = (key: string) => {
    setChosen(key)
    setOpened((before) => new Set([...before, key]))
  }
  const move = (event: KeyboardEvent) => {
    const to = steps[event.key]?.(tabs.findIndex(({ key }) => key === current), tabs.length)
    if (to === undefined) return
    event.preventDefault()
    choose(tabs[to]!.key)
    const button = strip.current?.children[to] as HTMLElement
    button.focus({ preventScroll: true })
    button.scrollIntoView({ block: 'nearest', inline: 'center' })
  }
  return (
    <div className="hg-tabs">
      <div ref={strip} className="hg-tab-strip" role="tablist" aria-label={label}>
        {tabs.map(({ key, label: text }) => (
          <button
            key={key} type="button" role="tab" id={`${id}-${key}`} aria-controls={`${id}-${key}-panel`} aria-selected={key === current} tabIndex={key === current ? 0 : -1}
            onKeyDown={move}
            onClick={(event) => {
              choose(key)
              event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'center' })
            }}
          >
            {text}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }) => (
        <div key={key} role="tabpanel" id={`${id}-${key}-panel`} aria-labelledby={`${id}-${key}`} hidden={key !== current}>
          {key === current || opened.has(key) ? content : null}
        </div>
      ))}
    </div>
  )
}
