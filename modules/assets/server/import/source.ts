/** Source of what an import wrote; its reason begins with its reference: “IM-0003 assets.xlsx”. */
export const importSource = (reason: string): string => `import:${reason.split(' ')[0]}`
