import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { exceptionListActions, exceptionNoun, exceptionPages, exceptionPanels } from './exceptions.tsx'
import { vulnerabilityListActions, vulnerabilityNoun, vulnerabilityPages, vulnerabilityPanels } from './flaws.tsx'
import { liveNoun, livePages } from './lives.tsx'
import { priorityPages } from './priorities.tsx'
import { scanNouns, scanPages, scanPanels, targetListActions } from './scans.tsx'

export const room = defineRoom({
  name: 'vulnerabilities',
  messages,
  nouns: [
    vulnerabilityNoun,
    ...scanNouns,
    exceptionNoun,
    liveNoun,
  ],
  pages: [...vulnerabilityPages, ...scanPages, ...exceptionPages, ...priorityPages, ...livePages],
  recordPanels: [...vulnerabilityPanels, ...scanPanels, ...exceptionPanels],
  listActions: [...vulnerabilityListActions, ...targetListActions, ...exceptionListActions],
})
