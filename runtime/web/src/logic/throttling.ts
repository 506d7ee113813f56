import { language, t, type TextKey } from '@/i18n'

const words = (count: number, unit: string) => (language.value === 'zh' ? `${unit} ${count}` : `${count} ${unit}`)

/** `每秒 10, 每小时 600`; nothing set is unlimited. */
export function throttlingWords(limits: Record<string, number> | null | undefined): string {
  const set = Object.entries(limits ?? {}).filter(([, count]) => count > 0)
  return set.length ? set.map(([unit, count]) => words(count, t(`link.${unit}` as TextKey))).join(', ') : '–'
}
