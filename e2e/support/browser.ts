import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium as playwright, type Browser } from 'playwright-core'

const require = createRequire(import.meta.url)
const folder = fileURLToPath(new URL('../../node_modules/.cache/heng-browser', import.meta.url))

/**
 * Starts the Chromium that comes from npm and was unpacked before, with its own libraries and a Chinese font, so that no
 * system package is needed. `HENG_BROWSER` names another Chromium instead.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const given = process.env.HENG_BROWSER
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none']
  if (given !== undefined) return playwright.launch({ executablePath: given, args })
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    args: [...args, '--no-zygote'],
    env: { ...process.env, HOME: folder, FONTCONFIG_FILE: fontsConf, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } as Record<string, string>,
  })
}

const fontsConf = join(folder, 'fonts.conf')
// The browser brings no Chinese font; the one that reports use serves here, too.
const fontConfiguration = (): string => {
  const chinese = ['400Regular', '700Bold'].map((weight) => dirname(require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`)))
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${[...chinese, join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('\n')}
<cachedir>${join(folder, 'font-cache')}</cachedir>
<alias><family>sans-serif</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>
</fontconfig>`
}

/** Unpacks the browser, if one is needed; before anything else is started, for the environment is another one meanwhile. */
export const unpack = async (): Promise<void> => {
  if (process.env.HENG_BROWSER !== undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(fontsConf, fontConfiguration())
  // The package unpacks its libraries only where it believes to run on Amazon Linux 2023, and always below the temporary folder.
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH }
  process.env.TMPDIR = folder
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    await packed.executablePath()
  } finally {
    for (const [key, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[key]
      else process.env[key] = value
    }
  }
}
