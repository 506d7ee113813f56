import type { Field } from '@/components/listing'

const connection = (port: number): Field[] => [
  { key: 'host', label: 'source.host', isRequired: true },
  { key: 'port', label: 'source.port', kind: 'number', initial: port },
]
const user: Field = { key: 'user', label: 'source.user' }
const password: Field = { key: 'password', label: 'source.password', kind: 'password' }

/** What each type of data source is configured with. */
export const sourceFields: Record<string, Field[]> = {
  mysql: [...connection(3306), user, password, { key: 'database', label: 'source.database' }],
  redis: [...connection(6379), user, password, { key: 'database', label: 'source.database', kind: 'number', initial: 0 }],
  mqtt: [...connection(1883), user, password],
  http: [{ key: 'baseURL', label: 'source.baseUrl', isRequired: true }, user, password],
}
