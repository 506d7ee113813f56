/** One minute of calls. */
export interface Minute {
  time: string
  ok: number
  failed: number
}

/** The last sixty minutes up to `now`, those in which nothing was called included. */
export function lastHour(calls: Minute[], now: Date): Minute[] {
  const minute = (instant: number) => Math.floor(instant / 60_000)
  const known = new Map(calls.map((one) => [minute(new Date(one.time).getTime()), one]))
  const end = minute(now.getTime())
  return Array.from({ length: 60 }, (_, index) => {
    const at = end - 59 + index
    return known.get(at) ?? { time: new Date(at * 60_000).toISOString(), ok: 0, failed: 0 }
  })
}
