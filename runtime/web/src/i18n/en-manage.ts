import type { zhManage } from './zh-manage'

/** The English texts of the management pages. */
export const enManage: typeof zhManage = {
  manage: {
    overview: 'Overview', authLinks: 'Authorization links', batches: 'Batches', crontab: 'Crontab', dataSources: 'Data sources', envVariables: 'Environment variables', accessKeys: 'Access keys', apiAuths: 'API authentication', users: 'Users', taskRecords: 'Task records', deadLetters: 'Dead letters',
    operationRecords: 'Operation records', files: 'File manager', pip: 'PIP tool', transfer: 'Import and export', backups: 'Database backups', about: 'About', groupRun: 'Calls', groupData: 'Data', groupSystem: 'System', groupRecords: 'Records', adminOnly: 'This page is for administrators',
  },
  overview: {
    queues: 'Work queues', waiting: '{n} waiting', calls: 'Calls in the last hour', ok: 'Succeeded', failed: 'Failed', workers: 'Workers', leased: '{n} tasks in hand', workerOf: 'Worker of queues {queues}', backup: 'Last backup', noBackup: 'No backup yet', verified: 'Verified', notVerified: 'Not verified', disk: 'Disk', diskFree: '{free} of {total} free',
    services: 'Services', deadLetters: 'Dead letters', perMinute: 'calls/min', updated: 'Updated every 5 s', alive: 'Running', dead: 'Not answering', sum: '{n} in all', queueNames: '0 system · 1 synchronous calls · 2–6 chosen by functions · 7 editor runs · 8 crontab · 9 batches', none: 'No calls yet', peak: 'Peak {n} a minute', worker: 'Worker', queue: 'Queue',
  },
  link: {
    func: 'Function', kwargs: 'Fixed arguments', kwargsHint: 'An argument whose value is "INPUT_BY_CALLER" is given by the caller', expire: 'Expires', throttling: 'Throttling', auth: 'API authentication', isDisabled: 'Disabled', call: 'How to call', tryIt: 'Try it', standard: 'Standard form', simplified: 'Simplified form', send: 'Send', answer: 'Answer', curl: 'curl command', url: 'Address',
    bySecond: 'per second', byMinute: 'per minute', byHour: 'per hour', byDay: 'per day', byMonth: 'per month', byYear: 'per year', noThrottling: 'any', asyncNote: 'A batch answers the task ID at once; ask for the result with it.', deleteWhat: 'Callers can no longer call the function at this address, at once.', callerArgs: 'Arguments', expired: 'Expired', cost: '{ms} ms', badThrottling: 'A limit is a positive whole number',
  },
  cron: {
    expression: 'Crontab', timezone: 'Time zone', serverZone: "Empty: the server's own; else such as Asia/Shanghai", next: 'Next five times', never: 'Never fires', last: 'Last fired', minute: 'minute', hour: 'hour', day: 'day', month: 'month', week: 'weekday', in: 'in {span}', deleteWhat: 'The function is no longer started on this timetable.', bad: 'Not a crontab expression: {why}', hint: 'minute hour day month weekday; */5 * * * * is every 5 minutes', examples: 'Common ones',
    every5: 'Every 5 minutes', hourly: 'Every hour', daily: 'Daily at midnight', weekdays: 'Weekdays at 9', fields: '5 fields are wanted, {n} given', badPart: '"{part}" is not within {range}', today: 'today', tomorrow: 'tomorrow',
  },
  source: {
    host: 'Host', port: 'Port', user: 'User', password: 'Password', database: 'Database', baseUrl: 'Address', topicHandler: 'Topic handler', works: 'The connection works', fails: 'The connection fails', usage: 'Use in scripts', deleteWhat: 'Scripts that use this data source will fail.', stored: 'Password stored', keeps: 'A password left empty stays as it is; with another address or user it must be given again.', test: 'Test connection',
  },
  env: { value: 'Value', isSecret: 'Secret', secretHint: 'Encrypted when stored, never shown again', usage: 'Use in scripts', deleteWhat: 'Scripts that use this variable will fail.', string: 'String', integer: 'Integer', float: 'Float', boolean: 'Boolean', json: 'JSON', secretKept: 'Stored encrypted' },
  key: { lastUsed: 'Last used', shownOnce: 'The secret is shown only this once. Keep it now.', secret: 'Secret', deleteWhat: 'Programs that use this key lose access at once.', created: 'Access key created', webhook: 'Programs send the secret as header X-Dff-Access-Key to call the management routes' },
  auth: { config: 'Configuration', fixedField: 'Fixed field', httpBasic: 'HTTP Basic', httpDigest: 'HTTP Digest', func: 'Function', deleteWhat: 'Links that use this authentication will refuse every call.', configHint: 'JSON that suits the type' },
  user: { username: 'User name', displayName: 'Name', roles: 'Roles', admin: 'Administrator', user: 'User', password: 'Password', isDisabled: 'Disabled', deleteWhat: 'The user is signed out at once; their scripts stay.', newPassword: 'New password' },
  task: {
    func: 'Function', origin: 'Origin', queue: 'Queue', started: 'Started', duration: 'Duration', peak: 'Peak memory', attempt: 'Attempt', log: 'Log', error: 'Error', args: 'Arguments', result: 'Value', noLog: 'No log', detail: 'Task', allStatus: 'Any status', allOrigins: 'Any origin',
    OK: 'Succeeded', FAILED: 'Failed', TIMEOUT: 'Timed out', PARSING_FAILED: 'Result not JSON', NOT_LOADED: 'Not loaded', WORKER_LOST: 'Worker lost', CLEARED: 'Cleared',
  },
  origin: { authLink: 'Authorization link', batch: 'Batch', crontab: 'Crontab', direct: 'Direct', debug: 'Editor', function: 'Function', apiAuth: 'API authentication', inspection: 'Publishing' },
  letter: { due: 'Triggered', attempts: 'Attempts', reason: 'Reason', requeue: 'Requeue', requeueTitle: 'Run this task again?', requeueWhat: 'The task goes back to its queue and runs again; if it got halfway before, its side effects may happen twice.', requeued: 'Requeued', deleteWhat: 'The task is thrown away and never runs.' },
  op: { who: 'User', from: 'From address', what: 'Operation', target: 'Target' },
  file: { root: 'Resources', folder: 'Folder', newFolder: 'New folder', folderName: 'Folder name', newName: 'New name', uploaded: '{n} files uploaded', deleteFolderWhat: 'The folder and everything in it is deleted for good.', deleteFileWhat: 'The file is deleted for good.', up: 'Up', drop: 'Drop files here to upload' },
  pip: { package: 'Package', version: 'Version', install: 'Install', uninstall: 'Uninstall', fromIndex: 'Install from an index', fromFile: 'Upload a wheel', index: 'Index address', indexHint: 'Empty: the default index. Without a network, upload a wheel', extra: 'Added', builtIn: 'Built in', installing: 'Installing…', output: 'Output', uninstallWhat: 'Scripts that use this package will fail.', packageHint: 'for example requests==2.32.3', chooseFile: 'Choose a .whl file', uninstallTitle: 'Uninstall "{name}"?' },
  transfer: { export: 'Export', exportHint: 'Choose the script sets to export', doExport: 'Export {n} script sets', import: 'Import', importHint: 'Choose a file exported by this system', check: 'Check file', doImport: 'Import', willAdd: 'New', willReplace: 'Replaces what is there', imported: '{n} script sets imported', replaceWhat: 'Script sets that exist are replaced by what is in the file; changes not exported are lost.', importTitle: 'Import these script sets?', chooseFile: 'Choose file', scripts: '{n} scripts' },
  backup: { now: 'Back up now', running: 'Backing up…', made: 'Backup made', verify: 'Verify', verified: 'Verified', notVerified: 'Not verified', works: 'The backup is whole', file: 'File', automatic: 'Backups are made on a timetable and old ones cleared beyond the limit. To restore, use the dataflux-func command on the host.' },
  about: {
    version: 'Version', getReport: 'Get system report', report: 'System report', clearQueue: 'Clear work queue', clearTitle: 'Clear the work queue?', clearWhat: 'The {n} tasks waiting in queue {queue} are thrown away and never run; tasks that are running go on.', clearWhatAll: 'The {n} tasks waiting in all queues are thrown away and never run; tasks that are running go on.', clearAll: 'All queues', cleared: '{n} tasks cleared', queue: 'Queue', waiting: 'Waiting tasks', reportHint: 'The report holds versions, configuration (without passwords), services and queues, to find faults with.', system: 'System', report2: 'Download report',
  },
}
