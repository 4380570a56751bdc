export const priorityErrorsEn = {
  'vulnerability.notWeighed': '{reference} has not been weighed yet.',
  'vulnerabilityPolicy.unreadable': 'Version {version} of the policy cannot be read by this release.',
  'vulnerabilityPolicy.invalid': 'The policy has {n} faults; each is named with its place.',
  'vulnerabilityPolicy.moved': 'Somebody else has put another policy in force meanwhile (version {version}).',
  'field.policy': '{en}',
  'exploitFeed.unreadable': 'The file was refused as a whole. {en}',
  'exploitFeed.older': 'The edition of {day} is older than the present one ({edition}).',
  'exploitFeed.remoteOff': 'Fetching by address is turned off for this feed.',
  'exploitFeed.otherHost': '{address} is not an https address of a permitted host.',
  'exploitFeed.privateAddress': '{host} leads to an address that is not of the public internet.',
  'exploitFeed.unreachable': '{host} could not be reached.',
  'exploitFeed.status': '{host} answered with status {status} instead of the file.',
  'exploitFeed.tooLarge': 'The content is larger than {megabytes} MB.',
  'exploitFeed.tooSlow': '{host} did not give the file within {seconds} seconds.',
}
export const priorityHintsEn = {
  'vulnerabilityPolicy.unreadable': 'Set the policy anew.',
  'vulnerabilityPolicy.moved': 'Load the page again, look at what changed, and repeat your change.',
  'exploitFeed.unreadable': 'Nothing was changed. Take the file as its publisher offers it.',
  'exploitFeed.older': 'Nothing was changed.',
  'exploitFeed.remoteOff': 'Bring the file itself, or have fetching turned on.',
  'exploitFeed.otherHost': 'Permitted are the publisher of the feed and the host that the settings name.',
  'exploitFeed.privateAddress': 'Bring the file itself.',
  'exploitFeed.unreachable': 'Does the server reach the internet? If it may not, bring the file itself.',
}
export const priorityKindsEn = {
  'vulnerabilities.reweigh': 'Weighing vulnerabilities anew', 'vulnerabilities.reweigh.looked': 'Looked at', 'vulnerabilities.reweigh.moved': 'Moved',
  'vulnerabilities.policyPreview': 'Effect of a draft policy', 'vulnerabilities.policyPreview.looked': 'Looked at', 'vulnerabilities.policyPreview.becomeOverdue': 'Would become overdue',
  'vulnerabilities.feed': 'Taking in a feed on exploitation', 'vulnerabilities.feed.entries': 'Entries',
}
export { priorityPagesEn as priorityTextsEn } from './priorityPages.en.ts'
