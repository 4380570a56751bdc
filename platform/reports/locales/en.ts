/** The fixed words of a report in English; the shape that every other language fills. */
export const en = {
  organisation: 'Organisation',
  version: 'Version',
  edition: 'Editions',
  classification: 'Classification',
  generated: 'Generated',
  approvals: 'Approvals',
  role: 'Role',
  approvedBy: 'Approved by',
  decision: 'Decision',
  decidedAt: 'Date',
  hash: 'Approved content (hash)',
  approved: 'Approved',
  rejected: 'Rejected',
  pending: 'Pending',
  notAssessed: 'Not assessed',
  yes: 'Yes',
  no: 'No',
  note: 'Note',
  noRows: 'No records',
  reportSheet: 'Report',
  tableSheet: 'Table',
  seeSheet: (sheet: string) => `See sheet “${sheet}”`,
  page: (page: number | string, pages: number | string) => `Page ${page} of ${pages}`,
  shortened: (characters: number) => `… (shortened, ${characters} characters)`,
}

/** Every language has these words. */
export type Messages = typeof en
