import { computed, ref, watchEffect } from 'vue'
import elementEn from 'element-plus/es/locale/lang/en'
import elementZh from 'element-plus/es/locale/lang/zh-cn'
import { en } from './en'
import { zh } from './zh'
import { zhActions } from './zh-actions'
import { zhRefusals } from './zh-refusals'

export type Language = 'zh' | 'en'

type Tree = { [key: string]: string | Tree }
type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]

/** The dotted name of a text; a misspelt one does not compile. */
export type TextKey = Path<typeof zh>

const KEY = 'dff.language'
const texts: Record<Language, Tree> = { zh: { ...zh, action: zhActions, refusal: zhRefusals }, en }

/** A remembered choice comes first, then the browser's languages, then Chinese. */
export function choose(remembered: string | null, browser: readonly string[]): Language {
  if (remembered === 'zh' || remembered === 'en') return remembered
  for (const tag of browser) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return browser.length ? 'en' : 'zh'
}

export const language = ref<Language>(choose(localStorage.getItem(KEY), navigator.languages))

export function speak(chosen: Language) {
  localStorage.setItem(KEY, chosen)
  language.value = chosen
}

export const elementLocale = computed(() => (language.value === 'zh' ? elementZh : elementEn))

watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

/** The text of a key in the chosen language, `{name}` replaced by a value. */
export function t(key: TextKey, values: Record<string, unknown> = {}): string {
  let found: string | Tree | undefined = texts[language.value]
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
  if (typeof found !== 'string') return key
  return found.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole))
}

/** Like `t` for a word that the server chose, shown as it came when there is no text for it. */
export function word(group: string, value: string): string {
  const found = t(`${group}.${value}` as TextKey)
  return found === `${group}.${value}` ? value : found
}
