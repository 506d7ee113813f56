const things = {
  'a script set': '脚本集', 'a script': '脚本', 'an authorization link': '授权链接', 'a batch': '批处理', 'a timetable': '自动触发配置', 'an API authentication': 'API 认证', 'a data source': '数据源', 'an environment variable': '环境变量', 'an access key': 'Access Key', 'a user': '用户',
}
const verbs = { Add: '新建', Change: '修改', Delete: '删除' }
const changes = Object.entries(verbs).flatMap(([verb, chinese]) => Object.entries(things).map(([thing, name]) => [`${verb} ${thing}`, `${chinese} ${name}`]))

/** What the server's records say was done, in Chinese; in English they are shown as they are. */
export const zhActions: Record<string, string> = {
  ...Object.fromEntries(changes),
  'Sign in': '登录', 'Sign out': '退出登录', "Change one's own password": '修改密码', 'Finish the setup': '完成首次设置', 'Test the connections': '测试连接',
  'Begin to edit': '开始编辑', 'End editing': '结束编辑', 'Publish a script': '发布脚本', 'Restore a published version to the draft': '恢复发布版本为草稿', 'Import script sets': '导入脚本集', 'Call a function of a draft': '执行草稿中的函数', 'Call a function by id': '直接调用函数',
  'Try a data source': '测试数据源', 'Upload files': '上传文件', 'Make a folder': '新建文件夹', 'Move a file or folder': '移动文件或文件夹', 'Delete a file or folder': '删除文件或文件夹', 'Install a package': '安装 PIP 包', 'Remove a package': '卸载 PIP 包',
  'Dump the database': '备份数据库', 'Verify a dump': '校验备份', 'Download a dump': '下载备份', 'Put a dead letter back': '死信重新入队', 'Delete a dead letter': '删除死信', 'Clear a queue': '清空工作队列',
}
