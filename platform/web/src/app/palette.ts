export type ThemeName = 'light' | 'dark'

/**
 * The product's own colours. Text pairs reach 4.5:1 and control borders 3:1 on the surfaces they stand on
 * (WCAG 2.2, 1.4.3 and 1.4.11). `level` runs from 1 (lowest) to 5: background, words, mark.
 */
const palettes = {
  light: {
    canvas: '#f3f5f4', surface: '#ffffff', sunken: '#eaefee', line: '#dbe2e1', border: '#7a8885',
    text: '#14262b', muted: '#4d6166', primary: '#0e5a61', primaryStrong: '#0a464c', primarySoft: '#dfeeec', onPrimary: '#ffffff',
    ink: '#0f2a30', inkRaised: '#1b3b42', inkText: '#e3eceb', inkMuted: '#a3b8ba', seal: '#b3372b',
    danger: '#b02a22', success: '#23694a', warning: '#8a5a00',
    level: [
      ['#e2efe9', '#1d5540', '#3f8f73'], ['#ebf1dc', '#465a19', '#87a23c'], ['#fbf0cf', '#654d00', '#cf9f17'],
      ['#fbe4d5', '#83380b', '#d6692a'], ['#f8dcda', '#8a1d19', '#bb342f'],
    ],
  },
  dark: {
    canvas: '#0d171a', surface: '#142125', sunken: '#0f1b1f', line: '#26383d', border: '#6b8287',
    text: '#e2eae9', muted: '#a0b3b6', primary: '#5cb9ba', primaryStrong: '#84d0cf', primarySoft: '#17383c', onPrimary: '#04252a',
    ink: '#091215', inkRaised: '#14262b', inkText: '#dfe9e8', inkMuted: '#93a9ac', seal: '#e0695c',
    danger: '#f08279', success: '#6fc79d', warning: '#e5b355',
    level: [
      ['#12332a', '#8fd4b8', '#4fa988'], ['#26300f', '#bed27c', '#8ea843'], ['#382c05', '#ecc95f', '#cf9f17'],
      ['#3f1f0b', '#f4ab7f', '#d6692a'], ['#421715', '#f5a5a0', '#d24b45'],
    ],
  },
} as const

export const paletteOf = (name: ThemeName) => palettes[name]
export type Palette = ReturnType<typeof paletteOf>
