/** What makes an assessment out of date before its day. */
export const triggerKinds = ['incident', 'newVulnerability', 'failedTest', 'assetChange', 'indicator', 'obligation', 'manual'] as const
export type TriggerKind = (typeof triggerKinds)[number]
