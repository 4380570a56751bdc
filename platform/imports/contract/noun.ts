import { field, noun } from '@heng/contract'

export const importStates = ['uploaded', 'mapped', 'checking', 'checked', 'applying', 'applied', 'failed', 'cancelled'] as const
export type ImportState = (typeof importStates)[number]

/** One import of one file into one register, from the upload to what was written. */
export const importNoun = noun({
  name: 'import', room: 'imports', prefix: 'IM', label: 'fileName', owners: ['startedBy'],
  fields: {
    fileName: field.text({ required: true, writable: false }),
    noun: field.code('importNouns', { required: true, writable: false }),
    startedBy: field.person({ writable: false }),
    state: field.oneOf(importStates, { required: true, writable: false, sortable: false }),
    /** Ahead of what was written: it is what somebody has to see to. */
    refused: field.integer({ writable: false }),
    rows: field.integer({ writable: false }),
    created: field.integer({ writable: false }),
    updated: field.integer({ writable: false }),
    unchanged: field.integer({ writable: false }),
    skipped: field.integer({ writable: false, inList: false }),
    appliedAt: field.timestamp({ writable: false }),
    format: field.text({ writable: false, inList: false, max: 20 }),
    bytes: field.number({ writable: false, inList: false }),
    sha256: field.text({ writable: false, inList: false }),
  },
})
