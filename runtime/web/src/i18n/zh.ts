import { zhManage } from './zh-manage'

/** The Chinese texts; their keys are what the other language must have too. */
export const zh = {
  common: {
    product: 'DataFlux Func',
    add: '新建', edit: '编辑', save: '保存', cancel: '取消', delete: '删除', close: '关闭', confirm: '确定', refresh: '刷新', search: '搜索', copy: '复制', copied: '已复制',
    clone: '克隆', rename: '重命名', download: '下载', upload: '上传', test: '测试', back: '返回', more: '更多', all: '全部', none: '无', yes: '是', no: '否', show: '查看', retry: '重试',
    enable: '启用', disable: '禁用', enabled: '已启用', disabled: '已禁用', on: '开', off: '关',
    id: 'ID', title: '标题', description: '描述', note: '备注', type: '类型', time: '时间', status: '状态', size: '大小', name: '名称', actions: '操作', created: '创建时间', updated: '更新时间',
    empty: '暂无数据', nothingFound: '没有符合条件的内容', loading: '加载中…', saved: '已保存', deleted: '已删除', done: '已完成', total: '共 {n} 条', pageSize: '每页条数', perPage: '每页 {n} 条', never: '从未', unlimited: '不限',
    optional: '可选', required: '请填写「{field}」', badJson: '不是正确的 JSON：{why}', generated: '留空则自动生成', keepSecret: '留空则保持不变', language: '切换语言', menu: '菜单', skip: '跳到正文',
    deleteTitle: '删除「{name}」？', deleteWhat: '删除后无法恢复。', failed: '操作失败', traceId: '追踪 ID', unsaved: '有未保存的修改',
  },
  connection: {
    lost: '与服务器的连接已断开，正在重新连接…', healed: '连接已恢复', tryAgain: '服务器暂时无法访问，这次操作可能未执行，连接恢复后请确认再试。', slow: '请求超时',
  },
  nav: { editor: '脚本编辑器', manage: '管理', signOut: '退出登录', password: '修改密码', keys: '快捷键' },
  signIn: {
    title: '登录', username: '用户名', password: '密码', submit: '登录', welcome: '在浏览器中编写 Python 函数，通过 HTTP、定时或队列调用。', expired: '登录已过期，请重新登录。未保存的代码仍保留在本浏览器中。',
  },
  password: { title: '修改密码', old: '当前密码', next: '新密码', again: '再次输入新密码', differ: '两次输入的新密码不一致', changed: '密码已修改，其他位置的登录已失效', short: '密码至少 8 个字符' },
  setup: {
    title: '首次设置', intro: '填写安装程序给出的设置码，并创建管理员账号。', code: '设置码', codeHint: '安装完成时由安装程序显示，也保存在安装目录的 data/setup-code 文件中。',
    admin: '管理员账号', username: '用户名', password: '密码', again: '再次输入密码', differ: '两次输入的密码不一致', mysql: 'MySQL 连接', redis: 'Redis 连接', builtIn: '连接已配置，无需填写。', host: '主机', port: '端口', user: '用户',
    database: '数据库', test: '测试连接', works: '连接正常', run: '完成设置', running: '正在初始化，请稍候…', completed: '设置完成，请登录。', already: '系统已完成设置。',
  },
  editor: {
    library: '脚本库', searchScripts: '搜索脚本', addSet: '新建脚本集', addScript: '新建脚本', editSet: '编辑脚本集', editScript: '编辑脚本信息', choose: '在左侧选择一个脚本', chooseHint: '或新建一个脚本集，开始编写函数。',
    edit: '编辑', endEdit: '结束编辑', func: '选择函数', noFunc: '没有函数', run: '执行', running: '执行中…', args: '参数', argsHint: 'JSON 对象，例如 {"x": 1, "y": 2}', save: '保存草稿', publish: '发布', diff: '对比', versions: '版本', output: '脚本输出',
    noOutput: '选择函数并点击「执行」，返回值与输出会显示在这里。', value: '返回值', prints: '输出', error: '错误', traceback: '错误堆栈', duration: '耗时', peak: '内存峰值', taskId: '任务 ID', ranAt: '执行于', clear: '清空',
    draft: '草稿', published: '已发布', neverPublished: '未发布', changed: '草稿有改动', publishedAs: '已发布 v{version}', unsaved: '未保存', saving: '保存中…', savedAt: '已保存', viewing: '只读',
    diffTitle: '已发布与草稿的差异', noDiff: '草稿与已发布的代码相同', publishTitle: '发布「{title}」', publishNote: '发布说明', publishNoteHint: '这次改了什么（可选）', publishDone: '已发布 v{version}', publishRefused: '代码未能加载，没有发布',
    restore: '恢复为草稿', restored: '已恢复 v{version} 为草稿', restoreWhat: '当前草稿将被 v{version} 的代码替换，已发布的代码不受影响。', versionOf: '发布版本', noVersions: '还没有发布过',
    lockedBy: '{name} 正在编辑此脚本（自 {time}）', takeOver: '强制编辑', takeOverWhat: '对方未保存的修改将无法直接保存，只能在对比之后覆盖。', takenOver: '{name} 已接管编辑，当前为只读', conflict: '草稿已被他人修改', conflictWhat: '左侧是服务器上的草稿，右侧是您的代码。',
    overwrite: '用我的代码覆盖', takeTheirs: '放弃我的代码', recovered: '已恢复上次未保存的代码', deleteScriptWhat: '脚本及其所有发布版本、函数将被删除，使用其函数的授权链接和定时任务将不能再调用。此操作无法恢复。', deleteSetWhat: '脚本集及其中 {n} 个脚本将全部被删除，使用其函数的授权链接和定时任务将不能再调用。此操作无法恢复。',
    idHint: '字母、数字、下划线，以字母开头', badId: 'ID 只能含字母、数字、下划线，并以字母开头', scriptCount: '{n} 个脚本', cut: '内容共 {size}，仅显示前 {shown}。', whole: '下载全部', line: '第 {n} 行', cloneTitle: '克隆「{title}」', keys: '保存 Ctrl+S · 执行 Ctrl+Enter · 发布 Ctrl+Shift+Enter · 查找 Ctrl+F · 搜索脚本 Ctrl+K',
    failedWith: '执行失败', timedOut: '执行超时', sidebar: '显示或隐藏脚本库', outputToggle: '展开或收起', outputSmaller: '收起', refreshTree: '刷新脚本库', setShort: '脚本集', scriptSet: '脚本集', script: '脚本', copyDraft: '副本',
  },
  ...zhManage,
}
