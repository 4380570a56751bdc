import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { exceptionListActions, exceptionNoun, exceptionPages, exceptionPanels } from './exceptions.tsx'
import { vulnerabilityListActions, vulnerabilityNoun, vulnerabilityPages, vulnerabilityPanels } from './flaws.tsx'
import { liveNoun, livePages } from './lives.tsx'
import { pentestNoun, pentestPages, pentestPanels } from './pentests.tsx'
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
    pentestNoun,
  ],
  pages: [...vulnerabilityPages, ...scanPages, ...exceptionPages, ...priorityPages, ...livePages, ...pentestPages],
  recordPanels: [...vulnerabilityPanels, ...scanPanels, ...exceptionPanels, ...pentestPanels],
  listActions: [...vulnerabilityListActions, ...targetListActions, ...exceptionListActions],
})
