export const chainEn = {}
