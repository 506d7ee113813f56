import { enManage } from './en-manage'
import type { zh } from './zh'

/** The English texts. */
export const en: typeof zh = {
  common: {
    product: 'DataFlux Func',
    add: 'New', edit: 'Edit', save: 'Save', cancel: 'Cancel', delete: 'Delete', close: 'Close', confirm: 'OK', refresh: 'Refresh', search: 'Search', copy: 'Copy', copied: 'Copied',
    clone: 'Clone', rename: 'Rename', download: 'Download', upload: 'Upload', test: 'Test', back: 'Back', more: 'More', all: 'All', none: 'None', yes: 'Yes', no: 'No', show: 'View', retry: 'Retry',
    enable: 'Enable', disable: 'Disable', enabled: 'Enabled', disabled: 'Disabled', on: 'On', off: 'Off',
    id: 'ID', title: 'Title', description: 'Description', note: 'Note', type: 'Type', time: 'Time', status: 'Status', size: 'Size', name: 'Name', actions: 'Actions', created: 'Created', updated: 'Updated',
    empty: 'Nothing here yet', nothingFound: 'Nothing matches', loading: 'Loading…', saved: 'Saved', deleted: 'Deleted', done: 'Done', total: '{n} in all', pageSize: 'Rows on a page', perPage: '{n} a page', never: 'Never', unlimited: 'Unlimited',
    optional: 'optional', required: 'Please fill in "{field}"', badJson: 'Not valid JSON: {why}', generated: 'Made up when left empty', keepSecret: 'Left empty, it stays as it is', language: 'Change language', menu: 'Menu', skip: 'Skip to content',
    deleteTitle: 'Delete "{name}"?', deleteWhat: 'This cannot be undone.', failed: 'That did not work', traceId: 'Trace ID', unsaved: 'There are unsaved changes',
  },
  connection: {
    lost: 'The connection to the server is lost, reconnecting…', healed: 'Connected again', tryAgain: 'The server cannot be reached, and this may not have been carried out. Check and try again once connected.', slow: 'The request timed out',
  },
  nav: { editor: 'Script editor', manage: 'Management', signOut: 'Sign out', password: 'Change password', keys: 'Keyboard shortcuts' },
  signIn: {
    title: 'Sign in', username: 'User name', password: 'Password', submit: 'Sign in', welcome: 'Write Python functions in the browser; call them over HTTP, on a timetable, or from a queue.', expired: 'Your session has expired, please sign in again. Unsaved code is still in this browser.',
  },
  password: { title: 'Change password', old: 'Current password', next: 'New password', again: 'New password again', differ: 'The new passwords differ', changed: 'Password changed; other sessions have ended', short: 'At least 8 characters' },
  setup: {
    title: 'First-run setup', intro: 'Enter the setup code that the installer gave, and create the administrator.', code: 'Setup code', codeHint: 'Shown when the installation ended, and kept in data/setup-code of the install directory.',
    admin: 'Administrator', username: 'User name', password: 'Password', again: 'Password again', differ: 'The passwords differ', mysql: 'MySQL connection', redis: 'Redis connection', builtIn: 'The connection is configured; nothing to fill in.', host: 'Host', port: 'Port', user: 'User',
    database: 'Database', test: 'Test connection', works: 'The connection works', run: 'Finish setup', running: 'Setting up, please wait…', completed: 'Setup is complete, please sign in.', already: 'The system is already set up.',
  },
  editor: {
    library: 'Script library', searchScripts: 'Search scripts', addSet: 'New script set', addScript: 'New script', editSet: 'Edit script set', editScript: 'Edit script details', choose: 'Choose a script on the left', chooseHint: 'Or make a script set and start writing functions.',
    edit: 'Edit', endEdit: 'Done', func: 'Choose a function', noFunc: 'No functions', run: 'Run', running: 'Running…', args: 'Arguments', argsHint: 'A JSON object, such as {"x": 1, "y": 2}', save: 'Save', publish: 'Publish', diff: 'Compare', versions: 'Versions', output: 'Script output',
    noOutput: 'Choose a function and press Run; its value and output appear here.', value: 'Value', prints: 'Output', error: 'Error', traceback: 'Traceback', duration: 'Duration', peak: 'Peak memory', taskId: 'Task ID', ranAt: 'Ran at', clear: 'Clear',
    draft: 'Draft', published: 'Published', neverPublished: 'Not published', changed: 'Draft has changes', publishedAs: 'Published v{version}', unsaved: 'Unsaved', saving: 'Saving…', savedAt: 'Saved', viewing: 'Read only',
    diffTitle: 'Published and draft side by side', noDiff: 'The draft is the same as what is published', publishTitle: 'Publish "{title}"', publishNote: 'Note', publishNoteHint: 'What changed (optional)', publishDone: 'Published v{version}', publishRefused: 'The code does not load; nothing was published',
    restore: 'Restore as draft', restored: 'v{version} restored as draft', restoreWhat: 'The draft is replaced by the code of v{version}; what is published stays.', versionOf: 'Published versions', noVersions: 'Never published',
    lockedBy: '{name} is editing this script (since {time})', takeOver: 'Edit anyway', takeOverWhat: 'The other person can save their changes only after comparing them with yours.', takenOver: '{name} has taken over editing; this is read only now', conflict: 'Someone else changed the draft', conflictWhat: 'On the left the draft on the server, on the right your code.',
    overwrite: 'Overwrite with mine', takeTheirs: 'Discard mine', recovered: 'Unsaved code from before was brought back', deleteScriptWhat: 'The script, its published versions and its functions are deleted; links and timetables that use them can no longer call. This cannot be undone.', deleteSetWhat: 'The set and all {n} scripts in it are deleted; links and timetables that use their functions can no longer call. This cannot be undone.',
    idHint: 'Letters, digits, underscores; a letter first', badId: 'An ID has letters, digits and underscores, and starts with a letter', scriptCount: '{n} scripts', cut: '{size} in all; the first {shown} are shown.', whole: 'Download all', line: 'line {n}', cloneTitle: 'Clone "{title}"', keys: 'Save Ctrl+S · Run Ctrl+Enter · Publish Ctrl+Shift+Enter · Find Ctrl+F · Search scripts Ctrl+K',
    failedWith: 'The run failed', timedOut: 'The run timed out', sidebar: 'Show or hide the script library', outputToggle: 'Expand or collapse', outputSmaller: 'Collapse', refreshTree: 'Refresh the library', setShort: 'Set', scriptSet: 'Script set', script: 'Script', copyDraft: 'copy',
  },
  ...enManage,
}
