import { language } from '@/i18n'

const locale = () => (language.value === 'zh' ? 'zh-CN' : 'en-GB')

/** 1536 → `1.5 KB`. */
export function bytes(count: number | null | undefined): string {
  if (count === undefined || count === null) return '–'
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let value = count
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** Milliseconds as a person reads them: `12 ms`, `3.4 s`, `2 m 5 s`. */
export function duration(ms: number | null | undefined): string {
  if (ms === undefined || ms === null) return '–'
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`
  return `${Math.floor(ms / 60_000)} m ${Math.round((ms % 60_000) / 1000)} s`
}

/** An instant in the reader's own zone, to the second. */
export function time(value: string | number | null | undefined): string {
  if (value === undefined || value === null || value === '') return '–'
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return String(value)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())} ${two(instant.getHours())}:${two(instant.getMinutes())}:${two(instant.getSeconds())}`
}

/** A span to come in its two largest units, in words: `2 小时 5 分钟`. */
export function span(ms: number): string {
  const parts: string[] = []
  let left = Math.max(0, Math.round(ms / 1000))
  for (const [unit, seconds] of [['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]] as const) {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    if (count && parts.length < 2 && !(unit === 'second' && parts.length)) {
      parts.push(new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count))
    }
  }
  return parts.join(' ') || new Intl.NumberFormat(locale(), { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(0)
}

/** A day and a time of day in words and in a zone: `11月22日 星期日 08:00`. */
export function moment(instant: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(instant)
}
