import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { createContext, useContext, useLayoutEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLocale } from '../text/text.ts'
import type { ThemeName } from './palette.ts'
import { antdConfig, cssVariables, type ThemeChoice } from './theme.ts'

const key = 'heng.theme'
const stored = (): ThemeChoice => {
  try {
    const value = localStorage.getItem(key)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )

const ThemeContext = createContext<{ name: ThemeName; choice: ThemeChoice; choose: (choice: ThemeChoice) => void } | null>(null)

/** The appearance in force and the means to change it. */
export const useTheme = () => {
  const theme = useContext(ThemeContext)
  if (theme === null) throw new Error('useTheme: outside createApp')
  return theme
}

/** True while the window is narrower than `width` CSS pixels. */
export const useNarrow = (width = 900): boolean => useMedia(`(max-width: ${width - 0.02}px)`)

/** Language and appearance for Ant Design, dayjs, the document and the kit's own styles. */
export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const locale = useLocale()
  const [choice, setChoice] = useState(stored)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)')
  const name: ThemeName = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice

  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = name
    root.style.colorScheme = name
    for (const [variable, value] of Object.entries(cssVariables(name))) root.style.setProperty(variable, value)
  }, [name])
  dayjs.locale(locale === 'zh-CN' ? 'zh-cn' : 'en')
  useLayoutEffect(() => {
    document.documentElement.lang = locale
  }, [locale])

  const config = useMemo(() => antdConfig(name, reducedMotion), [name, reducedMotion])
  const value = useMemo(() => {
    const choose = (next: ThemeChoice) => {
      setChoice(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // Storage may be refused; the choice then lasts until the page is left.
      }
    }
    return { name, choice, choose }
  }, [name, choice])
  return (
    <ThemeContext value={value}>
      <ConfigProvider theme={config} locale={(locale === 'zh-CN' ? zhCN : enUS).default} button={{ autoInsertSpace: false }}>
        <AntdApp className="hg-app" message={{ maxCount: 3 }}>
          {children}
        </AntdApp>
      </ConfigProvider>
    </ThemeContext>
  )
}
