const severity = { none: 'None', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' }
const identifier = {
  cloudId: 'Cloud id', hostUuid: 'Host UUID', serial: 'Serial number', assetTag: 'Asset tag', mac: 'MAC address', fqdn: 'Full host name', hostname: 'Host name', ip: 'IP address', person: 'A person', import: 'Whoever imported',
}

export const nounsEn = {
  vulnerability: {
    one: 'Vulnerability', many: 'Vulnerabilities',
    about: 'Flaws found on assets, followed from scan to scan until they are mended: how urgent, by when, by whom, and why.',
    fields: {
      title: 'Title', priority: 'Priority', severity: 'Severity', rank: 'Order of work', state: 'State', dueOn: 'Due', overdue: 'Overdue', asset: 'Asset', target: 'Scan target', location: 'Location',
      cves: 'CVE / CNVD / CNNVD', cvss: 'CVSS', epss: 'EPSS', exploited: 'Known to be exploited', unit: 'Unit', owner: 'Owner of the asset', assignee: 'Assigned to', tool: 'Scanner', rule: 'Check',
      component: 'Component', fixedIn: 'Fixed in', firstSeen: 'First seen', lastSeen: 'Last seen', lastScan: 'Last scan', stateSince: 'In this state since', stateBy: 'State set by', stateReason: 'Reason for the state',
      reopened: 'Times reopened', acceptedUntil: 'Accepted until', exception: 'Exception', duplicateOf: 'Duplicate of', priorityReason: 'Reason for the priority', details: 'Details', sightings: 'Sightings',
    },
    values: {
      priority: { none: 'None', routine: 'Routine', scheduled: 'Scheduled', urgent: 'Urgent', immediate: 'Immediate' },
      severity,
      state: { open: 'Open', confirmed: 'Confirmed', inProgress: 'In progress', fixed: 'Fixed', verified: 'Verified', falsePositive: 'False positive', accepted: 'Accepted', duplicate: 'Duplicate' },
    },
    actions: {
      open: 'reopened', confirmed: 'confirmed', inProgress: 'taken up', fixed: 'reported as fixed', verified: 'verified as fixed', falsePositive: 'ruled a false positive', accepted: 'accepted', merged: 'merged', weighed: 'priority moved',
    },
  },
  vulnerabilityScan: {
    one: 'Scan report', many: 'Scan reports',
    about: 'Reports of scanners taken in: what each found, opened, saw again and showed to be gone. The report itself is kept as evidence.',
    fields: {
      fileName: 'File', state: 'State', tool: 'Scanner', scannedAt: 'Scanned', coverage: 'Coverage', findings: 'Findings', informational: 'For information only', opened: 'New', reopened: 'Reopened', seenAgain: 'Seen again',
      closed: 'Gone', targets: 'Targets', unmatched: 'Unmatched targets', asset: 'Asset for findings without a host', series: 'Name of the series', source: 'Came by', startedBy: 'Taken in by', partial: 'Broken off', file: 'Report', sha256: 'SHA-256',
    },
    values: {
      state: { waiting: 'Waiting', running: 'Being read', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
      coverage: { whole: 'Everything', part: 'A part' },
      source: { upload: 'Upload', api: 'API', folder: 'Watched folder', liveCheck: 'Live check', penetrationTest: 'Penetration test' },
    },
  },
  scanTarget: {
    one: 'Scan target', many: 'Scan targets',
    about: 'Hosts and software that scanners looked at, and the assets they are. Those not recognised wait here for somebody to say.',
    fields: {
      name: 'Name', kind: 'Kind', state: 'State', asset: 'Asset', matchedBy: 'Recognised by', exposure: 'Exposure', unit: 'Unit', os: 'Operating system', openVulnerabilities: 'Open vulnerabilities',
      firstSeen: 'First seen', lastSeen: 'Last seen', identifiers: 'Identifiers',
    },
    values: {
      kind: { host: 'Host', software: 'Software' },
      state: { matched: 'Matched', unmatched: 'Unmatched', ignored: 'Ignored' },
      matchedBy: identifier,
      exposure: { internet: 'Internet', partner: 'Partners', internal: 'Internal', isolated: 'Isolated' },
    },
    actions: { matched: 'matched to an asset', ignored: 'ignored', takenBack: 'taken back in' },
  },
  vulnerabilityException: {
    one: 'Exception', many: 'Exceptions',
    about: 'Leave to bear vulnerabilities until a day, with the reason and what lowers the risk meanwhile; asked for and approved.',
    fields: {
      title: 'Title', state: 'State', until: 'Until', vulnerabilities: 'Vulnerabilities', reason: 'Reason', compensation: 'Compensating measures', requestedBy: 'Requested by', decidedAt: 'Decided at',
    },
    values: { state: { draft: 'Draft', inReview: 'In review', approved: 'Approved', ended: 'Ended early', expired: 'Expired' } },
    actions: { submitted: 'submitted for approval', approved: 'approved', rejected: 'rejected', withdrawn: 'request withdrawn', ended: 'ended', expired: 'expired', shortened: 'shortened: some need no acceptance any more' },
  },
}
