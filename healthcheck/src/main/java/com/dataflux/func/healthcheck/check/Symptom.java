package com.dataflux.func.healthcheck.check;

import java.util.List;

/// What the manual of faults has people look for, or names as the reason; and the keys of the
/// causes by which the doctor finds it.
public enum Symptom {
  CLUSTERED_REDIS(Section.INTRODUCTION, "集群部署的 Redis", "network.redis-kind.cluster"),
  SNAP_ENGINE(Section.INTRODUCTION, "snap 版 Docker", "engine.kind.snap"),
  DIRECTORY_FORGOTTEN(
      Section.INSTALL_DIRECTORY,
      "忘记安装目录",
      "host.record.missing",
      "host.record.malformed",
      "host.record.directory-missing"),
  SECOND_DIRECTORY(Section.INSTALL_DIRECTORY, "二次安装到不同目录", "host.other-install.second"),
  SYSTEM_WITHOUT_DOCKER(
      Section.INSTALL_STOPPED, "操作系统不支持 Docker", "host.system.too-old", "engine.present.absent"),
  SEVERAL_CARDS(Section.INSTALL_STOPPED, "主机具有多个网卡", "host.cards.several"),
  INSTALL_ON_SNAP(Section.INSTALL_STOPPED, "安装的是 snap 版 Docker", "engine.kind.snap"),
  NO_SUCH_STACK_FILE(
      Section.SNAP, "open docker-stack.yaml: no such file or directory", "engine.kind.snap"),
  PAGE_DOES_NOT_OPEN(Section.RESTART_LOOP, "浏览器无法打开页面", "application.root.silent"),
  CONTAINER_RESTARTS(
      Section.RESTART_LOOP, "容器在不断重启", "stack.restarts.loop", "stack.restarts.out-of-memory"),
  LOCAL_CALL_REFUSED(
      Section.RESTART_LOOP,
      "curl: (7) Failed to connect to localhost port 8088",
      "application.root.refused"),
  STACK_TRACES_IN_LOG(Section.RESTART_LOOP, "日志文件中不断输出错误堆栈信息", "stack.restarts.loop"),
  CONFIGURATION_EDITED(
      Section.RESTART_LOOP,
      "手工修改过配置但配置存在错误",
      "stack.file.malformed",
      "stack.configuration.malformed",
      "stack.configuration.unknown-key",
      "stack.configuration.bad-value",
      "network.mysql.wrong-password",
      "network.redis.wrong-password"),
  EXTERNAL_SERVER_UNREACHED(
      Section.RESTART_LOOP,
      "指定了外部服务器，但实际网络不通",
      "network.endpoints.refused",
      "network.endpoints.silent",
      "network.endpoints.only-from-host",
      "network.mysql.unreachable"),
  NO_CONTAINER_LISTED(
      Section.NO_CONTAINER, "docker ps -a 看不到对应容器", "stack.services.absent", "stack.services.zero"),
  TASK_NOT_RUNNING(
      Section.NO_CONTAINER,
      "docker stack ps 中容器状态不正常",
      "stack.services.few",
      "stack.restarts.cannot-start",
      "engine.node.drained",
      "engine.images.missing"),
  FUNCTION_KILLED(
      Section.FUNCTION_KILLED, "599.31 EFuncTimeout", "application.failed-calls.killed"),
  ANSWERED_EARLY(Section.API_TIMEOUT, "599.1 EAPITimeout", "application.failed-calls.api-timeouts"),
  FUNCTION_IS_LONG(
      Section.TEST_FUNCTION_ANSWERS,
      "所调用函数确实需要运行很长时间",
      "application.failed-calls.killed",
      "application.failed-calls.api-timeouts"),
  QUEUE_BLOCKED(
      Section.TEST_FUNCTION_SILENT,
      "存在队列阻塞",
      "application.test-function.silent",
      "application.queues.blocked",
      "application.queues.growing",
      "application.queues.old"),
  REDIS_CONNECTION(
      Section.TEST_FUNCTION_SILENT,
      "Redis 连接存在问题",
      "network.redis.unreachable",
      "network.redis.password-missing"),
  NAME_NOT_RESOLVED(
      Section.NO_INTERNET,
      "Temporary failure in name resolution",
      "network.names.nowhere",
      "network.names.not-in-worker"),
  CONNECTION_REFUSED(Section.NO_INTERNET, "Connection refused", "network.targets.from-neither"),
  CONNECTION_TIMED_OUT(
      Section.NO_INTERNET, "Connection timed out", "network.targets.only-from-host"),
  HOST_WITHOUT_INTERNET(
      Section.NO_INTERNET,
      "宿主机无法访问公网、DNS 不正常",
      "network.name-servers.silent-on-host",
      "network.gateway.silent",
      "host.cable.cut"),
  OTHER_NETWORK_FAULT(
      Section.NO_INTERNET, "其他网络错误", "engine.proxy.unreachable", "host.mtu.smaller"),
  CONTAINER_DNS(
      Section.ENGINE_DNS,
      "容器内 DNS 不正常",
      "network.name-servers.silent-in-worker",
      "engine.settings.malformed"),
  UNREACHED_FROM_OUTSIDE(
      Section.NOT_REACHABLE, "在其他设备上无响应或拒绝连接", "application.addresses.unreachable"),
  WRONG_ADDRESS(
      Section.WRONG_ADDRESS,
      "IP/域名解析等不正确",
      "engine.swarm-address.changed",
      "host.name.changed",
      "application.public-address.malformed"),
  FIREWALL(Section.FIREWALL, "防火墙配置不正确", "host.firewall-rules.dropped", "host.ufw.closed"),
  PORT_NOT_OPEN(Section.FIREWALL, "当前部署开放的端口", "stack.port.unpublished", "stack.applied.port"),
  REVERSE_PROXY(Section.FIREWALL, "反向代理服务器配置不正确", "application.public-address.unreachable"),
  INGRESS_CLASH(
      Section.INGRESS_CLASH,
      "ingress 的 Subnet 与本地网络相同",
      "engine.ingress.clash",
      "engine.ingress.unused-clash",
      "engine.address-pools.overlap"),
  NO_FORWARDING(
      Section.NO_FORWARDING, "ip_forward 不为 1", "host.ip-forward.off", "host.bridge-filter.off"),
  SLOW_START(Section.SLOW_START, "Docker 自动检查镜像", "stack.image-resolution.asked"),
  SLOW_START_REPRODUCED(
      Section.SLOW_START_REPRODUCED, "人为制造出系统启动缓慢的问题", "stack.image-resolution.asked"),
  MYSQL_TLS(Section.MYSQL_TLS, "ERROR 2026 (HY000)", "network.mysql.tls"),
  MIXED_FORMS(Section.CALL_FORMS, "「简化形式」和「标准形式」混用", "application.failed-calls.mixed-forms"),
  REDIRECTED_POST(
      Section.REDIRECTED_POST, "POST 被跳转为 GET", "application.public-address.redirects-post");

  private final Section section;
  private final String words;
  private final List<String> causes;

  Symptom(Section section, String words, String... causes) {
    this.section = section;
    this.words = words;
    this.causes = List.of(causes);
  }

  public Section section() {
    return section;
  }

  /// In the manual's words.
  public String words() {
    return words;
  }

  public List<String> causes() {
    return causes;
  }
}
