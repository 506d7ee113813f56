import { call, get, post } from '@/api/client'
import { thing, type Page } from '@/api/things'

export interface ScriptSet {
  id: string
  title?: string
  description?: string
}

export interface Script {
  id: string
  scriptSetId: string
  title?: string
  description?: string
  code?: string
  codeDraft?: string
  codeDraftMD5: string
  publishVersion: number
  isChanged: boolean
  updateTime?: string
}

export interface Version {
  version: number
  note?: string
  username?: string
  createTime?: string
}

export interface Lock {
  isHeld: boolean
  username?: string
  sinceTime?: string
}

export const scriptSets = thing<ScriptSet>('script-sets')
export const scripts = thing<Script & { baseMD5?: string }>('scripts')

const of = (id: string, verb: string) => `scripts/${encodeURIComponent(id)}/do/${verb}`

export const saveDraft = (id: string, codeDraft: string, baseMD5: string) => post<{ codeDraftMD5: string }>(of(id, 'modify'), { data: { codeDraft, baseMD5 } })
export const publish = (id: string, note: string) => post<{ publishVersion: number }>(of(id, 'publish'), { data: { note } })
export const versions = (id: string, pageNumber: number) => get<Page<Version>>(of(id, 'versions'), { pageNumber, pageSize: 20 })
export const versionCode = (id: string, version: number) => get<{ code: string }>(of(id, 'get-version'), { version })
export const restore = (id: string, version: number) => post(of(id, 'restore'), { data: { version } })
export const lock = (id: string, token: string, force = false) => post<Lock>(of(id, 'lock'), { data: { token, force } })
export const unlock = (id: string, token: string) => call('POST', of(id, 'unlock'), { body: { data: { token } }, keepalive: true })
