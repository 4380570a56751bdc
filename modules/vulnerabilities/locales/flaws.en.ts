export const flawsEn = {
  takeIn: 'Take in a scan report',
  groups: { what: 'Vulnerability', state: 'State', when: 'Deadline', where: 'Where', who: 'Who', seen: 'Seen by scanners' },
  word: {
    overdueOne: 'Overdue by 1 day', overdue: 'Overdue by {days} days', today: 'Due today', tomorrow: 'Due tomorrow', in: 'Due in {days} days',
    acceptedUntil: 'Accepted until {day}', acceptedPastOne: 'Acceptance ended yesterday', acceptedPast: 'Acceptance ended {days} days ago', acceptedToday: 'Acceptance ends today', acceptedTomorrow: 'Acceptance ends tomorrow', acceptedIn: 'Acceptance ends in {days} days',
    exploited: 'Known exploited', notExploited: 'Not listed', belowOne: '< 1%', epss: '{share} within 30 days',
  },
  figures: {
    label: 'Open vulnerabilities at a glance', open: 'Open', overdue: 'Overdue', exploited: 'Known exploited', unmatched: 'Targets without an asset', notAssessed: 'Not assessed', failed: 'The figures could not be loaded.',
  },
  quick: { label: 'Quick filters', all: 'All', open: 'Open', overdue: 'Overdue', mine: 'Mine', exploited: 'Known exploited', falsePositive: 'False positives', verified: 'Verified' },
  verb: { open: 'Back to open', confirmed: 'Confirm', inProgress: 'Take up', fixed: 'Report as fixed', verified: 'Verify the fix', falsePositive: 'False positive', merge: 'Merge', except: 'Ask for acceptance' },
  move: {
    button: 'Change state ({count})', title: 'Change the state of {count} vulnerabilities', titleOne: '{verb}: {reference}', state: 'New state', choice: '{state} ({fit} of {count})', reason: 'Reason', reasonHelp: 'It goes into the history.',
    reasonFixed: 'What was done, such as the version that was installed.', assignee: 'Assigned to', assigneeHelp: 'Left empty, those assigned stay so.', apply: 'Change {count}', some: 'From their present state {out} of {count} cannot go there; the outcome names them.',
    tooMany: 'At most 1,000 can be changed at a time.', done: '{count} changed.', doneOne: '{reference}: {state}.', refused: 'Not changed: {count}',
  },
  merge: {
    button: 'Merge ({count})', title: 'Merge {count} vulnerabilities into one', titleInto: 'Merge others into {reference}', text: 'What the others are known by counts for the one that is kept; they stay as its duplicates.', keep: 'Keep', others: 'Which others are the same flaw',
    elsewhere: 'Only vulnerabilities of one asset can be merged; these are of several.', duplicates: 'Duplicates cannot be merged again.', find: 'Search on this asset', same: 'With the same number', rest: 'Further on this asset', none: 'Nothing else was found here.', atMost: 'At most 100 can be merged at a time.',
    apply: 'Merge', done: '{count} merged into {reference}.',
  },
  tabs: { overview: 'Overview', sightings: 'Sightings', ofAsset: 'Vulnerabilities' },
  what: {
    title: 'What it is', none: 'The scanner says nothing more about it.', description: 'Description', solution: 'Solution', identifiers: 'Identifiers', references: 'References', cvss: 'CVSS', version: 'Version', score: 'Score', vector: 'Vector',
    reported: 'Severity in the report', more: 'Show all', less: 'Show less', opens: '(opens another site)',
  },
  where: { title: 'Where', fixedIn: 'fixed in {version}', noAsset: 'No asset yet', noFix: 'no fixed version told' },
  why: {
    title: 'Why this priority and this day', none: 'It has not been weighed yet.', policy: 'By the policy {policy}, version {version}.', rule: 'Rule: {rule}', due: 'Due on {day}.', noDue: 'The policy sets no day.', inputs: 'What was known',
    couldChange: 'Could change the outcome once assessed',
  },
  sightings: {
    none: 'No scanner knows it.', first: 'First seen', last: 'Last seen', gone: 'Gone since', scan: 'Last scan', rule: 'Check {rule}', evidence: 'Evidence', noEvidence: 'The report holds no evidence.', choose: 'Choose the sighting by {tool}',
    split: 'Split off ({count})', splitTitle: 'Split off what is another flaw', splitText: 'The chosen sightings become a vulnerability of their own on the same target.', splitDone: '{reference} was split off.', splitHelp: 'Choose sightings that are another flaw to split them off; at least one stays.',
    method: { component: 'by component', code: 'by place in the code', web: 'by address of the page', network: 'by port', host: 'by host' },
  },
  asset: { none: 'Nothing is open on this asset.', all: 'All open ones of this asset', ever: 'All of this asset' },
}
