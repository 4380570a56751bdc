export const overviewEn = {
  title: 'Vulnerability overview', nav: 'Vulnerability overview', about: 'How much is open, how old it is, where it is, how quickly it is mended, and what is scanned at all.', toRegister: 'Register', open: 'Open',
  emptyTitle: 'Nothing to count yet', emptyText: 'Figures begin with the first scan report. Take in what your scanners write; from then on each report adds to the trend.', takeIn: 'Take in a first report', pastText: 'These figures are of today. Go back to today to see them.',
  tiles: { label: 'Today at a glance', open: 'Open', grave: 'Critical and high', overdue: 'Overdue', exploited: 'Known exploited', coverage: 'Components scanned', unmatched: 'Targets without an asset', of: '{n} of {all}' },
  bySeverity: 'Open by severity', byPriority: 'Open by priority', severity: 'Severity', count: 'Open', noUnit: 'No unit', rest: '{count} further units', restOne: '1 further unit', unknown: 'Not known',
  trend: {
    title: 'Trend', open: 'Open at the end of each step', flow: 'Opened and closed', opened: 'Opened', closed: 'Closed', step: 'Step', at: 'Until', steps: { day: 'Days', week: 'Weeks', month: 'Months' },
    knownFrom: 'Known from {day}. What was there before is not known and not drawn.', total: 'Total',
  },
  ageing: { title: 'Age of what is open', age: 'Open for', ages: { 7: '7 days or less', 30: '8–30 days', 90: '31–90 days', 180: '91–180 days', more: 'more than 180 days' }, none: 'Nothing is open.' },
  units: { title: 'By unit', unit: 'Unit', open: 'Open', overdue: 'Overdue', grave: 'Critical and high', oldest: 'Oldest', days: '{days} days', dayOne: '1 day', since: 'Open since {day}', none: 'Nothing is open.' },
  fixing: {
    title: 'Time to fix', since: 'Mended since {day}, against the policy {policy}.', fixed: 'Reported as fixed', verified: 'Seen gone by a scan', mean: 'Mean', median: 'Median', policy: 'Policy', share: 'By the due date', of: '{share} ({n} of {all})',
    days: '{days} days', dayOne: '1 day', working: '{days} working days', workingOne: '1 working day', noDays: 'No days', noDue: 'None had a due date', none: 'None mended', nothing: 'Nothing was mended in this time.', over: 'Above the policy',
  },
  coverage: {
    title: 'Scan coverage', since: 'Components among the assets that a scan has looked at since {day}: {n} of {all} ({share}).', unit: 'Unit', assets: 'Components', scanned: 'Scanned', share: 'Share', loggedIn: 'Logged in', notLoggedIn: 'Not logged in',
    unknown: 'Login not told', none: 'There are no components among the assets.', list: 'Components in the asset register', targets: 'Targets without an asset: {count}',
  },
  how: { title: 'How this is computed', at: 'As of {at} ({zone})', version: 'Method version {version}', inputs: 'From', open: 'open vulnerabilities of today, {day}', ageing: 'open vulnerabilities of today, {day}', days: 'what was noted each day from {from} to {to}', fixing: 'what was mended from {from} to {to}; policy {policy}, version {version}', coverage: 'scans from {from} to {to}; assets of today', shipped: 'as shipped' },
}
