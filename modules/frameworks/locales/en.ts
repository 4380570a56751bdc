import { pageEn } from './page.en.ts'

export const en = {
  nouns: {
    framework: {
      one: 'Framework', many: 'Frameworks',
      about: 'Standards and catalogues that you measure yourselves against, each with its edition, its origin and the licence of every text.',
      fields: {
        name: 'Name', nameEn: 'Name (English)', nameZh: 'Name (Chinese)', editionEn: 'Edition', editionZh: 'Edition (Chinese)',
        contentVersion: 'Content version', publisher: 'Publisher', kind: 'Source', state: 'State', licence: 'Licence of the text',
        requirementCount: 'Requirements', assessableCount: 'To be met', overlayAllowed: 'Licensed text may be loaded', overlayCount: 'Licensed texts loaded',
        key: 'Publication', contentHash: 'SHA-256 of the content', licenceEn: 'Licence note', licenceZh: 'Licence note (Chinese)',
        provenanceEn: 'Provenance', provenanceZh: 'Provenance (Chinese)',
      },
      values: {
        kind: { shipped: 'Comes with Heng', oscal: 'OSCAL import', csv: 'Table import' },
        state: { current: 'Current', superseded: 'Superseded' },
        licence: { ownWording: 'Our own wording', verbatim: 'May be reproduced', stated: 'As stated by the publisher', unknown: 'Not stated' },
      },
    },
    requirement: {
      one: 'Requirement', many: 'Requirements',
      about: 'Clauses, controls and control points of your frameworks.',
      fields: {
        name: 'Name', framework: 'Framework', ref: 'Number', titleEn: 'Title (English)', titleZh: 'Title (Chinese)', kind: 'Kind', assessable: 'To be met',
        withdrawn: 'Withdrawn', parent: 'Part of', position: 'Position', items: 'Items in the source', attributes: 'Classification',
        summaryEn: 'Summary', summaryZh: 'Summary (Chinese)', guidanceEn: 'Guidance', guidanceZh: 'Guidance (Chinese)',
      },
      values: {
        kind: {
          clause: 'Clause', theme: 'Theme', control: 'Control', category: 'Category', controlPoint: 'Control point', group: 'Group',
          enhancement: 'Enhancement', item: 'Item',
        },
      },
    },
    mapping: {
      one: 'Mapping', many: 'Mappings',
      about: 'How a requirement of one framework answers one of another, with the reason and who says so.',
      fields: {
        name: 'Mapping', source: 'Source', relationship: 'Relationship', target: 'Target', targetFramework: 'Target framework', sourceFramework: 'Source framework',
        rationaleEn: 'Reason', rationaleZh: 'Reason (Chinese)', origin: 'Origin', provenanceEn: 'Provenance', provenanceZh: 'Provenance (Chinese)',
      },
      values: {
        relationship: {
          equal: 'Asks the same', subset: 'Is part of', superset: 'Covers', intersect: 'Overlaps', none: 'No counterpart',
        },
        origin: { shipped: 'Comes with Heng', own: 'Your own' },
      },
    },
  },
  page: pageEn,
  errors: {
    'framework.nameless': 'Give the framework a name in at least one language.',
    'framework.unknown': 'There is no catalogue “{catalogue}” in this installation.',
    'framework.newest': 'This is already the newest version that comes with Heng.',
    'framework.noOverlay': 'The texts of this framework need no licensed copy.',
    'framework.overlayExport': 'Licensed text stays in your organisation and is never exported.',
    'framework.unreadable': 'The file cannot be read: {problem}',
    'framework.changedSince': 'These are not the files that were previewed.',
    'framework.rowErrors': '{count} rows have problems; nothing was imported.',
    'framework.importMissing': 'The profile needs a catalogue that is neither among the files nor imported before: {missing}.',
    'framework.noFile': 'Choose at least one file.',
    'framework.oneAtATime': 'Import one framework at a time: one catalogue, one profile with its catalogues, or one table.',
    'framework.column': 'The table has no column for {names}. Found: {found}.',
    'framework.empty': 'The table has no rows.',
    'mapping.shipped': 'A mapping that comes with Heng cannot be changed.',
    'mapping.self': 'A requirement cannot be mapped to itself.',
  },
  hints: {
    'framework.overlayExport': 'Export without it; our own wording is included.',
    'framework.changedSince': 'Preview the import again.',
    'framework.rowErrors': 'Mend the rows that the preview names and upload the file again.',
    'framework.importMissing': 'Upload the profile together with its catalogue, or import the catalogue first.',
    'mapping.shipped': 'Archive is not needed either: add your own mapping beside it.',
  },
}
