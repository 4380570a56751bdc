/** What a chain can be asked of. */
export const traced = ['control', 'risk', 'requirement', 'soaLine'] as const
export type Traced = (typeof traced)[number]
