import { get, post } from '@/api/client'

/** One page of a list, and how many there are in all. */
export interface Page<T> {
  items: T[]
  totalCount: number
}

export interface ListQuery {
  pageNumber?: number
  pageSize?: number
  search?: string
  [filter: string]: unknown
}

/** The five routes that every managed thing has. */
export interface Thing<T> {
  name: string
  list(query?: ListQuery, signal?: AbortSignal): Promise<Page<T>>
  get(id: string): Promise<T>
  add(data: Partial<T>): Promise<Partial<T> & { id: string }>
  modify(id: string, data: Partial<T>): Promise<Partial<T> & { id: string }>
  remove(id: string): Promise<unknown>
}

export function thing<T>(name: string): Thing<T> {
  const one = (id: string, verb: string) => `${name}/${encodeURIComponent(id)}/do/${verb}`
  return {
    name,
    list: (query, signal) => get<Page<T>>(`${name}/do/list`, query, signal),
    get: (id) => get<T>(one(id, 'get')),
    add: (data) => post(`${name}/do/add`, { data }),
    modify: (id, data) => post(one(id, 'modify'), { data }),
    remove: (id) => post(one(id, 'delete')),
  }
}

/** Every item of a list that is known to be short, asked for page by page. */
export async function all<T>(things: Thing<T>, query: ListQuery = {}): Promise<T[]> {
  const items: T[] = []
  for (let pageNumber = 1; ; pageNumber++) {
    const page = await things.list({ ...query, pageNumber, pageSize: 2000 })
    items.push(...page.items)
    if (page.items.length === 0 || items.length >= page.totalCount) return items
  }
}
