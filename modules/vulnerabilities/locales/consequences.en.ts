/** Texts of what follows from vulnerabilities: acceptances and work. */
export const consequenceKindsEn = { 'vulnerability.fix': 'Fixing vulnerabilities', 'vulnerability.verify': 'Testing again' }

export const consequenceErrorsEn = {
  'vulnerabilityException.empty': 'No vulnerability is named.',
  'vulnerabilityException.notOpen': '{reference} is not open: only what is still to be mended can be accepted.',
  'vulnerabilityException.until': 'The acceptance must end between {first} and {last}.',
  'vulnerabilityException.past': 'The day until which acceptance was asked for, {until}, is over.',
  'vulnerabilityException.graver': 'One of the vulnerabilities has become critical or known to be exploited since: top management has to decide, and the time is shorter.',
  'vulnerabilityException.state': 'The acceptance is not in the state that this needs.',
}
export const consequenceHintsEn = {
  'vulnerabilityException.empty': 'Name the vulnerabilities to be accepted.',
  'vulnerabilityException.notOpen': 'Take it off the list.',
  'vulnerabilityException.until': 'A year at most; 90 days where one is critical or known to be exploited.',
  'vulnerabilityException.past': 'Reject it; it can be asked for again until another day.',
  'vulnerabilityException.graver': 'Reject it; it can be asked for again.',
  'vulnerabilityException.state': 'Load the page again to see its state.',
}

export const exceptionTextsEn = {
  submit: 'Ask for approval', submitTitle: 'Ask for acceptance?', submitted: 'Asked for approval.',
  submitText: 'The owners of the assets, where they are few, and the ISMS manager decide; top management as well where a vulnerability is critical or known to be exploited. You do not decide yourself.',
  dueOn: 'Decide by', dueOnHelp: 'Empty: within {days} days.',
  limits: 'At most a year; 90 days where a vulnerability is critical or known to be exploited.',
  end: 'End now', endTitle: 'End the acceptance?', endText: 'The vulnerabilities are open again, with their time counted from now.', ended: 'Ended.',
  askOf: 'Ask for acceptance ({count})', tooMany: 'At most 5,000 at once.',
  grave: 'A vulnerability is critical or known to be exploited: top management decides as well.',
  panel: 'Vulnerabilities', panelEmpty: 'No vulnerability is listed.', all: 'Show in the register', more: '{count} more', noAsset: 'no asset',
}
