import type { ThemeConfig } from 'antd'
import { theme as antdTheme } from 'antd'
import { paletteOf, type ThemeName } from './palette.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

export const fontFamily = [
  'system-ui', '-apple-system', '"Segoe UI"', 'Roboto', '"Helvetica Neue"', 'Arial',
  '"PingFang SC"', '"Hiragino Sans GB"', '"Microsoft YaHei"', '"Noto Sans SC"', '"Noto Sans CJK SC"', '"Source Han Sans SC"', 'sans-serif',
].join(', ')

/** Colours as custom properties `--hg-*` for the kit's own style sheets. */
export const cssVariables = (name: ThemeName): Record<string, string> => {
  const { level, ...plain } = paletteOf(name)
  const variables: Record<string, string> = { '--hg-font': fontFamily }
  for (const [key, value] of Object.entries(plain)) variables[`--hg-${key}`] = value
  level.forEach(([background, words, mark], index) => {
    variables[`--hg-level-${index + 1}-bg`] = background
    variables[`--hg-level-${index + 1}-fg`] = words
    variables[`--hg-level-${index + 1}-mark`] = mark
  })
  return variables
}

/** The same colours as Ant Design tokens. */
export const antdConfig = (name: ThemeName, reducedMotion: boolean): ThemeConfig => {
  const p = paletteOf(name)
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    hashed: false,
    token: {
      fontFamily,
      fontSize: 14,
      controlHeight: 34,
      borderRadius: 5,
      motion: !reducedMotion,
      colorPrimary: p.primary,
      colorInfo: p.primary,
      colorLink: p.primary,
      colorLinkHover: p.primaryStrong,
      colorLinkActive: p.primaryStrong,
      colorError: p.danger,
      colorSuccess: p.success,
      colorWarning: p.warning,
      colorWarningBg: p.level[2][0],
      colorWarningBorder: p.level[2][2],
      colorErrorBg: p.level[4][0],
      colorErrorBorder: p.level[4][2],
      colorSuccessBg: p.level[0][0],
      colorSuccessBorder: p.level[0][2],
      colorInfoBg: p.primarySoft,
      colorInfoBorder: p.border,
      colorText: p.text,
      colorTextSecondary: p.muted,
      colorTextTertiary: p.muted,
      colorTextDescription: p.muted,
      colorTextPlaceholder: p.muted,
      colorBgLayout: p.canvas,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBorder: p.border,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgActive: p.primarySoft,
      controlItemBgActiveHover: p.primarySoft,
    },
    components: {
      Button: { primaryColor: p.onPrimary, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Checkbox: { colorWhite: p.onPrimary },
      Form: { itemMarginBottom: 18, labelColor: p.text, verticalLabelPadding: '0 0 4px' },
      Segmented: { trackBg: p.sunken, itemColor: p.muted, itemSelectedBg: p.surface, itemSelectedColor: p.primary, trackPadding: 3 },
      Tabs: { horizontalItemPadding: '10px 0' },
    },
  }
}
