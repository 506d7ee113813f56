import { reactive } from 'vue'

/** Whether the server can be reached, and since when not. */
export const connection = reactive({ isLost: false, since: 0 })

let waiting: (() => void)[] = []

/** Marks the connection lost and asks again, ever more slowly, until the server answers. */
export function lose() {
  if (connection.isLost) return
  connection.isLost = true
  connection.since = Date.now()
  ask(1_000)
}

function ask(delay: number) {
  setTimeout(async () => {
    try {
      const answer = await fetch('/api/v1/do/ping', { cache: 'no-store', signal: AbortSignal.timeout(5_000) })
      if (answer.ok) return heal()
    } catch {
      // Still away.
    }
    ask(Math.min(delay * 1.5, 10_000))
  }, delay)
}

function heal() {
  connection.isLost = false
  const released = waiting
  waiting = []
  released.forEach((go) => go())
}

/** Resolves when the server answers again. */
export function untilHealed(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (connection.isLost) waiting.push(resolve)
    else resolve()
  })
}
