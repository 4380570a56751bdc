import { consequenceErrorsEn, consequenceHintsEn, consequenceKindsEn, exceptionTextsEn } from './consequences.en.ts'
import { flawsEn } from './flaws.en.ts'
import { figureErrorsEn } from './figures.en.ts'
import { liveErrorsEn, liveHintsEn, liveKindsEn, liveNounsEn, liveTextsEn } from './live.en.ts'
import { nounsEn } from './nouns.en.ts'
import { overviewEn } from './overview.en.ts'
import { pentestErrorsEn, pentestHintsEn, pentestNounsEn, pentestTextsEn } from './pentest.en.ts'
import { priorityErrorsEn, priorityHintsEn, priorityKindsEn, priorityTextsEn } from './priority.en.ts'
import { scanErrorsEn, scanHintsEn, scanTextsEn, targetTextsEn } from './scans.en.ts'

export const en = {
  nouns: { ...nounsEn, ...liveNounsEn, ...pentestNounsEn },
  live: liveTextsEn,
  pentests: pentestTextsEn,
  flaws: flawsEn,
  overview: overviewEn,
  scans: scanTextsEn,
  targets: targetTextsEn,
  priority: priorityTextsEn,
  exceptions: exceptionTextsEn,
  kinds: { ...consequenceKindsEn, ...priorityKindsEn, ...liveKindsEn, 'vulnerabilities.scan': 'Taking in a scan report' },
  errors: {
    ...consequenceErrorsEn,
    ...priorityErrorsEn,
    ...scanErrorsEn,
    ...liveErrorsEn,
    ...pentestErrorsEn,
    ...figureErrorsEn,
    'vulnerabilityScan.already': 'This very report was taken in before as {reference}.',
    'vulnerabilityScan.unreadable': '{en}',
    'vulnerabilityScan.empty': 'The report ({tool}) holds no findings.',
    'vulnerability.noWay': '{reference} cannot go from its state to this one.',
    'vulnerability.fourEyes': 'Whoever reported {reference} as fixed cannot verify it.',
    'vulnerability.otherAsset': '{reference} is not on the same asset as {kept}.',
    'vulnerability.nothingLeft': 'Something must stay with the vulnerability that is split.',
    'scanTarget.matched': '{reference} is an asset already.',
    'field.future': 'Must not be in the future.',
  },
  hints: {
    ...consequenceHintsEn,
    ...priorityHintsEn,
    ...scanHintsEn,
    ...liveHintsEn,
    ...pentestHintsEn,
    'vulnerabilityScan.already': 'Take in the report of a later scan, or name another asset or series.',
    'vulnerabilityScan.empty': 'Nothing was changed. If the scan truly found nothing, there is nothing to take in.',
    'vulnerability.fourEyes': 'Have somebody else test again, or take in a scan that covers the host.',
    'vulnerability.otherAsset': 'Only flaws of one asset can be merged.',
  },
}
