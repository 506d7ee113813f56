import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { whenSignedOut } from '@/api/client'
import { isSetUp } from '@/state/setup'
import { token } from '@/state/token'
import AppFrame from '@/components/AppFrame.vue'
import EditorPage from '@/pages/editor/EditorPage.vue'
import { managePages } from '@/pages/manage/pages'

const manage: RouteRecordRaw[] = managePages.map((page) => ({ path: page.path, name: page.path, component: page.component }))

const routes: RouteRecordRaw[] = [
  { path: '/setup', name: 'setup', component: () => import('@/pages/SetupPage.vue'), meta: { open: true } },
  { path: '/sign-in', name: 'sign-in', component: () => import('@/pages/SignInPage.vue'), meta: { open: true } },
  {
    path: '/',
    component: AppFrame,
    children: [
      { path: '', redirect: { name: 'editor' } },
      { path: 'editor/:scriptId?', name: 'editor', component: EditorPage },
      { path: 'manage', component: () => import('@/pages/manage/ManageFrame.vue'), redirect: { name: 'overview' }, children: manage },
    ],
  },
  { path: '/:rest(.*)*', redirect: '/' },
]

export const router = createRouter({ history: createWebHistory('/client-app/'), routes })

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  if (token.value) return true
  if (!(await isSetUp())) return { name: 'setup' }
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
})

whenSignedOut(() => {
  const here = router.currentRoute.value
  if (!here.meta.open) void router.push({ name: 'sign-in', query: { next: here.fullPath, expired: '1' } })
})
