import { onBeforeUnmount, reactive, ref } from 'vue'
import { complain } from './notices'
import type { Row } from './listing'
import { thing } from '@/api/things'

/** A list paged and searched by the server; a newer question makes an older answer void. */
export function useList(name: string) {
  const things = thing<Row>(name)
  const rows = ref<Row[]>([])
  const total = ref(0)
  const isLoading = ref(false)
  const query = reactive<{ pageNumber: number; pageSize: number; search: string; filters: Record<string, string> }>({ pageNumber: 1, pageSize: 20, search: '', filters: {} })
  let asking: AbortController | undefined
  let typing: ReturnType<typeof setTimeout> | undefined

  async function load() {
    asking?.abort()
    const mine = (asking = new AbortController())
    isLoading.value = true
    try {
      const { filters, ...rest } = query
      const page = await things.list({ ...rest, ...filters }, mine.signal)
      if (asking !== mine) return
      rows.value = page.items
      total.value = page.totalCount
      const last = Math.max(1, Math.ceil(page.totalCount / query.pageSize))
      if (query.pageNumber > last) {
        query.pageNumber = last
        await load()
      }
    } catch (problem) {
      complain(problem)
    } finally {
      if (asking === mine) isLoading.value = false
    }
  }

  /** Asks again from the first page, once typing has paused. */
  function search() {
    clearTimeout(typing)
    typing = setTimeout(() => {
      query.pageNumber = 1
      void load()
    }, 250)
  }

  onBeforeUnmount(() => {
    clearTimeout(typing)
    asking?.abort()
  })
  return { things, rows, total, isLoading, query, load, search }
}
