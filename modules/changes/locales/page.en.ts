export const page = { tab: 'Planned changes' }
