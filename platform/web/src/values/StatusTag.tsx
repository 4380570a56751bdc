import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad'

/** A state in words with a mark of its tone. */
export const StatusTag = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className="hg-state" data-tone={tone}>
    {children}
  </span>
)
