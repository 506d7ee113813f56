import { t, type TextKey } from '@/i18n'

/** `10 每秒, 600 每小时`; nothing set is unlimited. */
export function throttlingWords(limits: Record<string, number> | null | undefined): string {
  const set = Object.entries(limits ?? {}).filter(([, count]) => count > 0)
  return set.length ? set.map(([unit, count]) => `${count} ${t(`link.${unit}` as TextKey)}`).join(', ') : '–'
}
