export interface Text {
  readonly en: string
  readonly 'zh-CN': string
}

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh })
