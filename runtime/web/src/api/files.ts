import { download, get, post } from '@/api/client'
import type { Page } from '@/api/things'

export interface Entry {
  name: string
  type: 'file' | 'folder'
  size?: number
  updateTime?: string
}

/** Files as the multipart form that every upload route takes. */
export function filesForm(files: File[]): FormData {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return form
}

export const list = (folder: string) => get<Page<Entry>>('resources/do/list', { folder })
export const upload = (folder: string, files: File[]) => post('resources/do/upload', filesForm(files), { folder })
export const makeFolder = (filePath: string) => post('resources/do/make-folder', { data: { filePath } })
export const rename = (filePath: string, newPath: string) => post('resources/do/rename', { data: { filePath, newPath } })
export const remove = (filePath: string) => post('resources/do/delete', { data: { filePath } })
export const fetchFile = (filePath: string) => download('resources/do/download', filePath.split('/').at(-1) ?? 'file', { filePath })
