export const chainZh = {}
