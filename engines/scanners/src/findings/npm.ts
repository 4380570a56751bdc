/** Package URL of an npm package. https://github.com/package-url/purl-spec */
export const npmPurl = (name: string, version: string | null): string => `pkg:npm/${name.replace(/^@/, '%40')}${version === null ? '' : `@${encodeURIComponent(version)}`}`

/** Links in the text of an advisory, each once. */
export const linksIn = (text: string | null): string[] => [...new Set((text ?? '').match(/https?:\/\/[^\s<>()"'\]]+/g))]
