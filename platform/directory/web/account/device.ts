export interface Device {
  readonly browser: string
  readonly system: string
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'], [/\bOPR\//, 'Opera'], [/QQBrowser\//, 'QQ'], [/MicroMessenger\//, 'WeChat'], [/SamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\//, 'Firefox'], [/\bFxiOS\//, 'Firefox'], [/\bCriOS\//, 'Chrome'], [/Headless?Chrome\/|\bChrome\//, 'Chrome'], [/\bVersion\/.*Safari\//, 'Safari'], [/\bcurl\//, 'curl'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Macintosh|Mac OS X/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
]
const first = (table: typeof browsers, text: string): string | undefined => table.find(([pattern]) => pattern.test(text))?.[1]

/** Browser and system that a user agent string names, roughly: enough to recognise one's own devices. */
export const deviceOf = (userAgent: string | null): Device | undefined => {
  const browser = first(browsers, userAgent ?? '')
  const system = first(systems, userAgent ?? '')
  return browser === undefined || system === undefined ? undefined : { browser, system }
}
