package com.dataflux.func.healthcheck.check;

import java.util.List;

/// What the manual of faults has people look for, or names as a reason.
///
/// @param words of the manual
/// @param causes keys of those by which the doctor finds it
public record Symptom(Section section, String words, List<String> causes) {
  private static final List<Symptom> ALL =
      List.of(
          of(Section.INTRODUCTION, "集群部署的 Redis", "network.redis-kind.cluster"),
          of(Section.INTRODUCTION, "snap 版 Docker", "engine.kind.snap"),
          of(
              Section.INSTALL_DIRECTORY,
              "忘记安装目录",
              "host.record.missing",
              "host.record.malformed",
              "host.record.directory-missing"),
          of(Section.INSTALL_DIRECTORY, "二次安装到不同目录", "host.other-install.second"),
          of(
              Section.INSTALL_STOPPED,
              "操作系统不支持 Docker",
              "host.system.too-old",
              "engine.present.absent"),
          of(Section.INSTALL_STOPPED, "主机具有多个网卡", "host.cards.several"),
          of(Section.INSTALL_STOPPED, "安装的是 snap 版 Docker", "engine.kind.snap"),
          of(Section.SNAP, "open docker-stack.yaml: no such file or directory", "engine.kind.snap"),
          of(Section.RESTART_LOOP, "浏览器无法打开页面", "application.root.silent"),
          of(
              Section.RESTART_LOOP,
              "容器在不断重启",
              "stack.restarts.loop",
              "stack.restarts.out-of-memory"),
          of(
              Section.RESTART_LOOP,
              "curl: (7) Failed to connect to localhost port 8088",
              "application.root.refused"),
          of(Section.RESTART_LOOP, "日志文件中不断输出错误堆栈信息", "stack.restarts.loop"),
          of(
              Section.RESTART_LOOP,
              "手工修改过配置但配置存在错误",
              "stack.file.malformed",
              "stack.configuration.malformed",
              "stack.configuration.unknown-key",
              "stack.configuration.bad-value",
              "network.mysql.wrong-password",
              "network.redis.wrong-password"),
          of(
              Section.RESTART_LOOP,
              "指定了外部服务器，但实际网络不通",
              "network.endpoints.refused",
              "network.endpoints.silent",
              "network.endpoints.only-from-host",
              "network.mysql.unreachable"),
          of(
              Section.NO_CONTAINER,
              "docker ps -a 看不到对应容器",
              "stack.services.absent",
              "stack.services.zero"),
          of(
              Section.NO_CONTAINER,
              "docker stack ps 中容器状态不正常",
              "stack.services.few",
              "stack.restarts.cannot-start",
              "engine.node.drained",
              "engine.images.missing"),
          of(Section.FUNCTION_KILLED, "599.31 EFuncTimeout", "application.failed-calls.killed"),
          of(Section.API_TIMEOUT, "599.1 EAPITimeout", "application.failed-calls.api-timeouts"),
          of(
              Section.TEST_FUNCTION_ANSWERS,
              "所调用函数确实需要运行很长时间",
              "application.failed-calls.killed",
              "application.failed-calls.api-timeouts"),
          of(
              Section.TEST_FUNCTION_SILENT,
              "存在队列阻塞",
              "application.test-function.silent",
              "application.queues.blocked",
              "application.queues.growing",
              "application.queues.old"),
          of(
              Section.TEST_FUNCTION_SILENT,
              "Redis 连接存在问题",
              "network.redis.unreachable",
              "network.redis.password-missing"),
          of(
              Section.NO_INTERNET,
              "Temporary failure in name resolution",
              "network.names.nowhere",
              "network.names.not-in-worker",
              "network.targets.only-from-host"),
          of(Section.NO_INTERNET, "Connection refused", "network.targets.from-neither"),
          of(
              Section.NO_INTERNET,
              "Connection timed out",
              "network.endpoints.silent",
              "network.endpoints.only-from-host"),
          of(
              Section.NO_INTERNET,
              "宿主机无法访问公网、DNS 不正常",
              "network.name-servers.silent-on-host",
              "network.gateway.silent",
              "host.cable.cut"),
          of(Section.NO_INTERNET, "其他网络错误", "engine.proxy.unreachable", "host.mtu.smaller"),
          of(
              Section.ENGINE_DNS,
              "容器内 DNS 不正常",
              "network.name-servers.silent-in-worker",
              "engine.settings.malformed"),
          of(Section.NOT_REACHABLE, "在其他设备上无响应或拒绝连接", "application.addresses.unreachable"),
          of(
              Section.WRONG_ADDRESS,
              "IP/域名解析等不正确",
              "engine.swarm-address.changed",
              "host.name.changed",
              "application.public-address.malformed"),
          of(
              Section.FIREWALL,
              "防火墙配置不正确",
              "host.firewall-rules.dropped",
              "host.ufw.closed",
              "host.firewalld.closed"),
          of(Section.FIREWALL, "当前部署开放的端口", "stack.port.unpublished", "stack.applied.port"),
          of(Section.FIREWALL, "反向代理服务器配置不正确", "application.public-address.unreachable"),
          of(
              Section.INGRESS_CLASH,
              "ingress 的 Subnet 与本地网络相同",
              "engine.ingress.clash",
              "engine.ingress.unused-clash",
              "engine.address-pools.overlap"),
          of(
              Section.NO_FORWARDING,
              "ip_forward 不为 1",
              "host.ip-forward.off",
              "host.bridge-filter.off"),
          of(Section.SLOW_START, "Docker 自动检查镜像", "stack.image-resolution.asked"),
          of(Section.SLOW_START_REPRODUCED, "人为制造出系统启动缓慢的问题", "stack.image-resolution.asked"),
          of(Section.MYSQL_TLS, "ERROR 2026 (HY000)", "network.mysql.tls"),
          of(Section.CALL_FORMS, "「简化形式」和「标准形式」混用", "application.failed-calls.mixed-forms"),
          of(
              Section.REDIRECTED_POST,
              "POST 被跳转为 GET",
              "application.public-address.redirects-post"));

  /// Every one, in the manual's order.
  public static List<Symptom> all() {
    return ALL;
  }

  private static Symptom of(Section section, String words, String... causes) {
    return new Symptom(section, words, List.of(causes));
  }

  @Override
  public String toString() {
    return section.number() + " " + words;
  }
}
