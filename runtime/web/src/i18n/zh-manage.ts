/** The Chinese texts of the management pages. */
export const zhManage = {
  manage: {
    overview: '总览', authLinks: '授权链接', batches: '批处理', crontab: '自动触发配置', dataSources: '数据源', envVariables: '环境变量', accessKeys: 'Access Key', apiAuths: 'API 认证', users: '用户', taskRecords: '任务记录', deadLetters: '死信',
    operationRecords: '操作记录', files: '文件管理', pip: 'PIP 工具', transfer: '导入与导出', backups: '数据库备份', about: '关于', groupRun: '调用', groupData: '数据', groupSystem: '系统', groupRecords: '记录', adminOnly: '此页仅限管理员',
  },
  overview: {
    queues: '工作队列', waiting: '等待 {n}', calls: '最近一小时的调用', ok: '成功', failed: '失败', workers: '工作单元', leased: '手头 {n} 个任务', workerOf: '工作单元 · 队列 {queues}', backup: '最近备份', noBackup: '尚无备份', verified: '已校验', notVerified: '未校验', disk: '磁盘', diskFree: '剩余 {free} / {total}',
    services: '服务', deadLetters: '死信', perMinute: '次/分钟', updated: '每 5 秒更新', alive: '正常', dead: '无响应', sum: '共 {n} 次', queueNames: '0 系统 · 1 同步调用 · 2–6 由函数指定 · 7 编辑器调试 · 8 定时 · 9 批处理', none: '暂无调用', peak: '峰值 {n} 次/分钟', worker: '工作单元', queue: '队列',
  },
  link: {
    func: '函数', kwargs: '固定参数', kwargsHint: '值为 "INPUT_BY_CALLER" 的参数由调用者给出', expire: '过期时间', throttling: '频率限制', auth: 'API 认证', isDisabled: '禁用', call: '调用方式', tryIt: '试一试', standard: '标准形式', simplified: '简化形式', send: '发送', answer: '响应', curl: 'curl 命令', url: '地址',
    bySecond: '每秒', byMinute: '每分钟', byHour: '每小时', byDay: '每天', byMonth: '每月', byYear: '每年', noThrottling: '不限', asyncNote: '批处理立即返回任务 ID，结果用任务 ID 查询。', deleteWhat: '调用者将立即无法再用此地址调用函数。', callerArgs: '调用参数', expired: '已过期', cost: '{ms} 毫秒', badThrottling: '频率限制应为正整数',
  },
  cron: {
    expression: 'Crontab', timezone: '时区', serverZone: '留空则使用服务器时区，例如 Asia/Shanghai', next: '接下来五次', never: '没有下一次触发', last: '上次触发', minute: '分', hour: '时', day: '日', month: '月', week: '周', in: '{span}后', deleteWhat: '此函数将不再被定时触发。', bad: 'Crontab 表达式不正确：{why}', hint: '分 时 日 月 周，例如 */5 * * * * 为每 5 分钟', examples: '常用',
    every5: '每 5 分钟', hourly: '每小时', daily: '每天零点', weekdays: '工作日 9 点', fields: '应为 5 段，实际 {n} 段', badPart: '「{part}」不在 {range} 之内', today: '今天', tomorrow: '明天',
  },
  source: {
    host: '主机', port: '端口', user: '用户', password: '密码', database: '数据库', baseUrl: '地址', topicHandler: '主题处理函数', works: '连接正常', fails: '连接失败', usage: '脚本中使用', deleteWhat: '使用此数据源的脚本将会出错。', stored: '已保存密码', keeps: '密码留空则保持不变；地址或用户改变时，须重新填写密码。', test: '测试连接',
  },
  env: { value: '值', isSecret: '保密', secretHint: '加密保存，页面上不再显示', usage: '脚本中使用', deleteWhat: '使用此环境变量的脚本将会出错。', string: '字符串', integer: '整数', float: '小数', boolean: '布尔', json: 'JSON', secretKept: '已加密保存' },
  key: { lastUsed: '最近使用', shownOnce: '密钥只显示这一次，请立即保存。', secret: '密钥', deleteWhat: '使用此 Access Key 的程序将立即无法访问。', created: 'Access Key 已创建', webhook: '程序调用管理接口时，以请求头 X-Dff-Access-Key 发送密钥' },
  auth: { config: '配置', fixedField: '固定字段', httpBasic: 'HTTP Basic', httpDigest: 'HTTP Digest', func: '认证函数', deleteWhat: '使用此认证的授权链接将拒绝所有调用。', configHint: '按类型填写的 JSON' },
  user: { username: '用户名', displayName: '姓名', roles: '角色', admin: '管理员', user: '普通用户', password: '密码', isDisabled: '禁用', deleteWhat: '该用户将立即退出登录，其名下的脚本会保留。', newPassword: '新密码' },
  task: {
    func: '函数', origin: '来源', queue: '队列', started: '开始时间', duration: '耗时', peak: '内存峰值', attempt: '尝试', log: '日志', error: '错误', args: '参数', result: '返回值', noLog: '没有日志', detail: '任务详情', allStatus: '全部状态', allOrigins: '全部来源',
    OK: '成功', FAILED: '失败', TIMEOUT: '超时', PARSING_FAILED: '返回值无法解析', NOT_LOADED: '无法加载', WORKER_LOST: '工作单元中断', CLEARED: '已清空',
  },
  origin: { authLink: '授权链接', batch: '批处理', crontab: '定时', direct: '直接调用', debug: '编辑器', function: '函数', apiAuth: 'API 认证', inspection: '发布检查' },
  letter: { due: '触发时间', attempts: '尝试次数', reason: '原因', requeue: '重新入队', requeueTitle: '重新执行此任务？', requeueWhat: '任务会放回原队列并再次执行；如果之前执行到一半，其副作用可能重复。', requeued: '已重新入队', deleteWhat: '任务将被丢弃，不再执行。' },
  op: { who: '用户', from: '来源地址', what: '操作', target: '对象' },
  file: { root: '资源目录', folder: '文件夹', newFolder: '新建文件夹', folderName: '文件夹名称', newName: '新名称', uploaded: '已上传 {n} 个文件', deleteFolderWhat: '文件夹及其中所有内容将被删除，无法恢复。', deleteFileWhat: '文件将被删除，无法恢复。', up: '上一级', drop: '将文件拖到此处上传' },
  pip: { package: '包名', version: '版本', install: '安装', uninstall: '卸载', fromIndex: '从索引安装', fromFile: '上传 wheel 文件', index: '索引地址', indexHint: '留空则使用默认索引；离线主机请上传 wheel 文件', extra: '额外安装', builtIn: '内置', installing: '安装中…', output: '安装输出', uninstallWhat: '使用此包的脚本将会出错。', packageHint: '例如 requests==2.32.3', chooseFile: '选择 .whl 文件', uninstallTitle: '卸载「{name}」？' },
  transfer: { export: '导出', exportHint: '选择要导出的脚本集', doExport: '导出 {n} 个脚本集', import: '导入', importHint: '选择由本系统导出的文件', check: '检查文件', doImport: '导入', willAdd: '将新增', willReplace: '将覆盖现有内容', imported: '已导入 {n} 个脚本集', replaceWhat: '已有的脚本集将被文件中的内容覆盖，尚未导出的修改会丢失。', importTitle: '导入这些脚本集？', chooseFile: '选择文件', scripts: '{n} 个脚本' },
  backup: { now: '立即备份', running: '备份中…', made: '备份已完成', verify: '校验', verified: '已校验', notVerified: '未校验', works: '备份完整', file: '文件', automatic: '系统按计划自动备份，并清理超出数量的旧备份。恢复请在主机上使用 dataflux-func 命令。' },
  about: {
    version: '版本', getReport: '获取系统报告', report: '系统报告', clearQueue: '清空工作队列', clearTitle: '清空工作队列？', clearWhat: '队列 {queue} 中等待的 {n} 个任务将被丢弃，不会执行；正在执行的任务不受影响。', clearWhatAll: '所有队列中等待的 {n} 个任务将被丢弃，不会执行；正在执行的任务不受影响。', clearAll: '所有队列', cleared: '已清空 {n} 个任务', queue: '队列', waiting: '等待任务', reportHint: '系统报告含版本、配置（不含密码）、服务与队列状态，便于排查问题。', system: '系统信息', report2: '下载报告',
  },
}
