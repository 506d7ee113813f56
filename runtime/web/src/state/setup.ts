import { get } from '@/api/client'

export interface SetupStatus {
  isCompleted: boolean
  needs: ('mysql' | 'redis')[]
}

export const setupStatus = () => get<SetupStatus>('setup/do/status')

let known = false

/** Whether the first-run setup is behind; asked for only until it is. */
export async function isSetUp(): Promise<boolean> {
  known ||= (await setupStatus()).isCompleted
  return known
}
