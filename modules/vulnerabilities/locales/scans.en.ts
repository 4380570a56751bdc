export const scanErrorsEn = {
  'vulnerabilityScan.unknownFormat': 'The format of this report is not recognised.',
  'vulnerabilityScan.bare': 'The report holds no findings, and nothing that tells which tool wrote it.',
  'vulnerabilityScan.notOver': '{reference} has not failed: it is being read, or has been taken in.',
  'vulnerabilityScan.noFile': 'This is a link or no ordinary file, and is not read.',
  'vulnerabilityScan.stopped': '{reference} was stopped before its report was taken in.',
}
export const scanHintsEn = {
  'vulnerabilityScan.unknownFormat': 'Nothing was changed. Choose the format by hand, or, for a table, say what its columns are.',
  'vulnerabilityScan.bare': 'Nothing was changed. Choose the format by hand if the scan is to count as one that found nothing.',
  'vulnerabilityScan.unreadable': 'Nothing was changed. Have the scanner write the report again.',
  'vulnerabilityScan.noFile': 'Put a copy of the file itself there.',
}

export const scanTextsEn = {
  takeIn: {
    title: 'Take in scan reports', open: 'Take in reports',
    about: 'Reports of scanners for hosts, code, dependencies, containers, web and cloud, in {count} formats; lists of findings as tables, too. What they find is compared with what is known; the reports themselves are kept as evidence.',
    files: 'Reports', cancel: 'Take {name} out', uploaded: 'Uploaded', uploading: 'Uploading {name}', waitingUpload: 'Waiting',
    coverage: 'What did these scans cover?',
    part: 'A part, or nobody is sure',
    partHelp: 'What the reports tell is opened or seen again. Nothing is closed, except by checks that say themselves that they passed.',
    whole: 'Everything that earlier scans of the same tool covered',
    wholeHelp: 'On each host that a report names, what the same tool found before and no longer finds counts as fixed and is closed. Hosts that it does not name stay as they are, as does a host that the scanner could log in to before and no longer can.',
    wholeWarn: 'Choose this only for a full scan with the same settings. A partial one would close flaws that are still there; they would come back as reopened.',
    more: 'Reports without hosts, date, broken reports',
    unhosted: 'Findings without a host', unhostedHelp: 'Reports on code, dependencies or images name no host. Say which asset they are about, or give the series a name, the same for each later report; otherwise the file name serves, and a file of another name is something else.',
    asset: 'Asset', series: 'Name of the series', seriesExample: 'for example shop-backend',
    scannedAt: 'Date of the scan', scannedAtHelp: 'Only where the report does not tell it, or tells it wrong.',
    partial: 'Take what came before a break', partialHelp: 'Of a report that breaks off, what stands before that place is taken in. It then closes nothing.',
    start: 'Take in ({count})', toScans: 'All scan reports', see: 'See what can be done',
  },
  scan: {
    reading: 'Reading {name}', waiting: 'Waits for its turn', cancel: 'Stop', cancelled: 'Stopped. Nothing of this report was taken in.', stopping: 'Stops at the next pause.',
    found: 'What it found', none: 'nothing new', seenTab: 'Vulnerabilities', seenEmpty: 'Later scans have seen again whatever this one saw, or it saw nothing.', seenHelp: 'Those that no later scan has seen since, by target.', isNew: 'New', nothingYet: 'Nothing of this report has been taken in.', short: { opened: '{count} new', reopened: '{count} reopened', seenAgain: '{count} seen again', closed: '{count} gone', unmatched: 'unmatched targets: {count}' },
    help: {
      opened: 'not known before', reopened: 'had been mended and are back', seenAgain: 'known, and still there', closed: 'no longer found by a scan that covered them', informational: 'for information, or dealt with in the scanner: counted, not followed',
      targets: 'hosts and software that it looked at', unmatched: 'nobody knows yet which assets they are',
    },
    brokeOff: 'The report breaks off. What came before was taken in; nothing was closed.',
    toUnmatched: 'Recognise targets', download: 'Download the report', again: 'Try again', failed: 'The report was not taken in',
    read: '{count} findings were good before this place.',
    format: 'Format', formatHelp: 'Which scanner wrote it? A format that does not fit changes nothing either.', chooseFormat: 'Choose the format', readAs: 'Read in this format',
    columns: 'Or say what the columns are', columnsHelp: 'The report looks like a table. A title or a CVE number is needed; without host or address, findings belong to the asset or series.',
    column: 'Column', example: 'Examples', stands: 'Stands for', nothing: 'Nothing', mappedAs: '“{column}” stands for', readTable: 'Read with these columns', partial: 'Take what came before the break',
    targetsTab: 'Targets', targetsEmpty: 'There are none.', allTargets: 'All', more: 'Show more', findings: 'Findings', login: { yes: 'logged in', no: 'not logged in', unknown: 'not told' }, loginHead: 'Login', target: 'Target', asset: 'Asset', state: 'State',
  },
  mapped: {
    title: 'Title', severity: 'Severity', host: 'Host or address', port: 'Port', protocol: 'Protocol', service: 'Service', cve: 'CVE number', identifier: 'CNVD, CNNVD or other number', cwe: 'CWE number', cvss: 'CVSS score or vector',
    description: 'Description', impact: 'Impact', solution: 'Solution', evidence: 'Evidence', references: 'References', url: 'Web address', file: 'File', line: 'Line', component: 'Component', version: 'Version', fixedIn: 'Fixed in',
    mac: 'MAC address', os: 'Operating system', rule: 'Check (number in the tool)', status: 'Status', firstSeen: 'First seen', lastSeen: 'Last seen',
  },
}

export const targetTextsEn = {
  view: 'View', queue: 'Unmatched', all: 'All targets',
  count: '{count} not matched', countOne: '1 not matched', doneTitle: 'Every target is an asset, or ignored', doneText: 'When a scan meets a host that nobody recognises, it waits here.',
  keys: '↑ ↓ move · Space select', select: 'Select {name}', selectAll: 'Select all shown', selected: '{count} selected', unselect: 'Clear selection', more: 'Show more',
  open: '{count} open vulnerabilities', openOne: '1 open vulnerability', noOpen: 'no open vulnerabilities', lastSeen: 'last seen {when}',
  identifiers: 'Told by', candidates: 'It may be', noCandidates: 'No asset has any of these identifiers.',
  doubts: { addressOnly: 'has the same address {value}, and nothing else speaks for it', contradiction: 'has the same {kind} {value}, but others contradict', several: 'has the same {kind} {value}, as do others' },
  isThis: 'Yes, this one', match: 'Match to an asset', matchHelp: 'Its vulnerabilities go to the owner and unit of that asset.', asset: 'Asset', confirmMatch: 'Match', matched: '{count} matched, with {vulnerabilities} vulnerabilities.',
  enlist: 'Enter as new asset', enlistTitle: 'Enter {count} as new assets', enlistTitleOne: 'Enter {name} as a new asset', enlistHelp: 'Name and identifiers come from the scan; type and values are given later, in the register of assets.', unit: 'Unit', owner: 'Owner', confirmEnlist: 'Enter', enlisted: '{count} entered, with {vulnerabilities} vulnerabilities.',
  ignore: 'Ignore', ignoreTitle: 'Ignore {count} targets', ignoreTitleOne: 'Ignore {name}', ignoreText: 'What scans find there is followed no longer. Say why, for whoever audits.', ignored: '{count} ignored.',
  takeBack: 'Take back in', takeBackTitle: 'Take {name} back in', takeBackText: 'What scans find there is followed again from the next report on.', takenBack: 'Taken back in.',
  several: 'One decision about all that are selected', readOnly: 'Recognising targets takes the ISMS manager or the security administrator.',
}
