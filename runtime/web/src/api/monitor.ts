import { get, post } from '@/api/client'
import type { Minute } from '@/logic/series'

/** What the overview shows of the whole system at one moment. */
export interface Overview {
  queues: { queue: number; length: number }[]
  workers: { id: string; name: string; queues: number[]; leased: number }[]
  calls: Minute[]
  lastBackup?: { id: string; createTime: string; size: number; isVerified: boolean } | null
  disk?: { total: number; free: number }
  deadLetters: number
  services: { name: string; ok: boolean; message?: string }[]
}

export const overview = (signal?: AbortSignal) => get<Overview>('monitor/do/overview', {}, signal)
export const report = () => get<{ text: string }>('monitor/do/sys-report')
export const about = () => get<Record<string, unknown>>('system/do/about')
export const clearQueue = (queue: number | null) => post<{ cleared: number }>('monitor/do/clear-queue', { data: { queue } })
