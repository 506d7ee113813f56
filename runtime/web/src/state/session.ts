import { ref, watch } from 'vue'
import { get, post } from '@/api/client'
import { token } from '@/state/token'

export interface Me {
  id: string
  username: string
  name?: string
  roles: string[]
}

/** Who is signed in, once known. */
export const me = ref<Me>()

export const isAdmin = () => me.value?.roles.includes('admin') ?? false

export async function signIn(username: string, password: string) {
  const answer = await post<{ authToken: string }>('auth/do/sign-in', { signIn: { username, password } })
  token.value = answer.authToken
}

export async function signOut() {
  try {
    await post('auth/do/sign-out')
  } finally {
    token.value = ''
  }
}

watch(
  token,
  async (value) => {
    me.value = undefined
    if (!value) return
    try {
      me.value = await get<Me>('auth/do/me')
    } catch {
      // A token that is no longer good has already led to the sign-in page.
    }
  },
  { immediate: true },
)
