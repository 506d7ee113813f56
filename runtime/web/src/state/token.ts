import { ref, watch } from 'vue'

const KEY = 'dff.token'

/**
 * The sign-in token. Kept in localStorage so that tabs share one sign-in; it travels in a header that no foreign page can set, which is
 * what keeps forged requests out.
 */
export const token = ref(localStorage.getItem(KEY) ?? '')

watch(token, (value) => (value ? localStorage.setItem(KEY, value) : localStorage.removeItem(KEY)), { flush: 'sync' })

window.addEventListener('storage', (event) => {
  if (event.key === KEY) token.value = event.newValue ?? ''
})
