import type { Component } from 'vue'
import type { TextKey } from '@/i18n'

/** One page of the management side, as the side bar and the router know it. */
export interface ManagePage {
  path: string
  title: TextKey
  group: TextKey
  adminOnly?: boolean
  component: () => Promise<Component>
}

const page = (path: string, title: TextKey, group: TextKey, component: () => Promise<Component>, adminOnly = false): ManagePage => ({ path, title, group, component, adminOnly })

/** The management pages in the order of the side bar. */
export const managePages: ManagePage[] = [
  page('overview', 'manage.overview', 'manage.groupSystem', () => import('./OverviewPage.vue')),
  page('auth-links', 'manage.authLinks', 'manage.groupRun', () => import('./AuthLinksPage.vue')),
  page('batches', 'manage.batches', 'manage.groupRun', () => import('./BatchesPage.vue')),
  page('crontab-configs', 'manage.crontab', 'manage.groupRun', () => import('./CrontabPage.vue')),
  page('api-auths', 'manage.apiAuths', 'manage.groupRun', () => import('./ApiAuthsPage.vue')),
  page('data-sources', 'manage.dataSources', 'manage.groupData', () => import('./DataSourcesPage.vue')),
  page('env-variables', 'manage.envVariables', 'manage.groupData', () => import('./EnvVariablesPage.vue')),
  page('files', 'manage.files', 'manage.groupData', () => import('./FilesPage.vue')),
  page('pip', 'manage.pip', 'manage.groupData', () => import('./PipPage.vue'), true),
  page('transfer', 'manage.transfer', 'manage.groupData', () => import('./TransferPage.vue')),
  page('task-records', 'manage.taskRecords', 'manage.groupRecords', () => import('./TaskRecordsPage.vue')),
  page('dead-letters', 'manage.deadLetters', 'manage.groupRecords', () => import('./DeadLettersPage.vue')),
  page('operation-records', 'manage.operationRecords', 'manage.groupRecords', () => import('./OperationRecordsPage.vue'), true),
  page('users', 'manage.users', 'manage.groupSystem', () => import('./UsersPage.vue'), true),
  page('access-keys', 'manage.accessKeys', 'manage.groupSystem', () => import('./AccessKeysPage.vue'), true),
  page('backups', 'manage.backups', 'manage.groupSystem', () => import('./BackupsPage.vue'), true),
  page('about', 'manage.about', 'manage.groupSystem', () => import('./AboutPage.vue')),
]
