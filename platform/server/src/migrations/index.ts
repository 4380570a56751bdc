import type { MigrationStep } from '../module.ts'
import { platformTables } from './0001_platform.ts'
import { historyWithoutLookUps } from './0002_history.ts'
import { freshStatistics } from './0003_statistics.ts'
import { searchWithin } from './0004_search.ts'
import { historyKeys } from './0005_history_keys.ts'
import { searchTellsArchived } from './0006_search_archived.ts'
import { searchWhole } from './0007_search_whole.ts'
import { past } from './0008_past.ts'
import { historyIsAdded } from './0009_history_added.ts'

/** The platform's own steps of the database's history, in their order. */
export const platformSteps: readonly MigrationStep[] = [platformTables, historyWithoutLookUps, freshStatistics, searchWithin, historyKeys, searchTellsArchived, searchWhole, past, historyIsAdded]
