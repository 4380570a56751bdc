export const priorityErrorsEn = {
  'vulnerability.notWeighed': '{reference} has not been weighed yet.',
  'vulnerabilityPolicy.unreadable': 'Version {version} of the policy cannot be read by this release.',
}
export const priorityHintsEn = {
  'vulnerabilityPolicy.unreadable': 'Set the policy anew.',
}
export const priorityKindsEn = {}
export const priorityTextsEn = {}
