import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { exceptionListActions, exceptionNoun, exceptionPages, exceptionPanels } from './exceptions.tsx'
import { vulnerabilityListActions, vulnerabilityNoun, vulnerabilityPages, vulnerabilityPanels } from './flaws.tsx'
import { priorityPages } from './priorities.tsx'
import { scanNouns, scanPages, scanPanels, targetListActions } from './scans.tsx'

export const room = defineRoom({
  name: 'vulnerabilities',
  messages,
  nouns: [
    vulnerabilityNoun,
    ...scanNouns,
    exceptionNoun,
  ],
  pages: [...vulnerabilityPages, ...scanPages, ...exceptionPages, ...priorityPages],
  recordPanels: [...vulnerabilityPanels, ...scanPanels, ...exceptionPanels],
  listActions: [...vulnerabilityListActions, ...targetListActions, ...exceptionListActions],
})
