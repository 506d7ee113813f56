/** A connection as the setup page asks for it. */
export interface ConnectionForm {
  isNeeded: boolean
  host: string
  port: number
  user: string
  password: string
  database: string
}

export function connectionDefaults(kind: 'mysql' | 'redis'): ConnectionForm {
  const [port, user, database] = kind === 'mysql' ? [3306, 'dataflux_func', 'dataflux_func'] : [6379, '', '5']
  return { isNeeded: false, host: '', port, user, password: '', database }
}

/** What the server is told of a connection; nothing of one that is configured already. */
export function connectionBody(kind: 'mysql' | 'redis', form: ConnectionForm) {
  if (!form.isNeeded) return undefined
  const { host, port, user, password, database } = form
  return { host, port, user, password, database: kind === 'mysql' ? database : Number(database) }
}

export function setupBody(admin: { code: string; username: string; password: string }, mysql: ConnectionForm, redis: ConnectionForm) {
  return {
    setup: {
      code: admin.code,
      adminUsername: admin.username,
      adminPassword: admin.password,
      mysql: connectionBody('mysql', mysql),
      redis: connectionBody('redis', redis),
    },
  }
}
