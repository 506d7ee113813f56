package com.dataflux.func.healthcheck.check;

/// The sections of the manual of faults, whose symptoms the checks find.
public enum Section {
  INTRODUCTION("0", "前言：不支持集群部署的 Redis、snap 版 Docker"),
  INSTALL_DIRECTORY("1", "忘记安装目录"),
  INSTALL_STOPPED("2", "安装部署时脚本中断"),
  SNAP("2.1", "有关 snap 版 Docker 的特别说明"),
  RESTART_LOOP("3.1", "容器反复重启"),
  NO_CONTAINER("3.2", "容器不存在"),
  FUNCTION_KILLED("4.1", "函数执行耗时过长导致工作进程被 Kill"),
  API_TIMEOUT("4.2", "函数执行耗时过长导致 API 接口提前返回"),
  TEST_FUNCTION_ANSWERS("5.1", "测试函数有响应"),
  TEST_FUNCTION_SILENT("5.2", "测试函数无响应"),
  NO_INTERNET("6", "系统内脚本内无法访问外网"),
  ENGINE_DNS("6.1", "Docker DNS 配置参考"),
  NOT_REACHABLE("7", "外网无法访问系统"),
  WRONG_ADDRESS("7.1", "IP/域名解析等不正确"),
  FIREWALL("7.2", "各类防火墙、安全配置不正确"),
  INGRESS_CLASH("7.3", "本地网络与自动创建的 ingress 子网冲突"),
  NO_FORWARDING("7.4", "缺少内核转发配置"),
  SLOW_START("8", "无外网环境、网速慢等环境下，系统启动缓慢"),
  SLOW_START_REPRODUCED("8.1", "如何复现系统启动缓慢的问题？"),
  MYSQL_TLS("9", "发布脚本/执行函数时 MySQL 发生「ERROR 2026 (HY000)」错误"),
  CALL_FORMS("10.1", "混淆了「简化形式」和「标准形式」"),
  REDIRECTED_POST("10.2", "HTTP 请求被 301 等跳转为 HTTPS 请求");

  private final String number;
  private final String heading;

  Section(String number, String heading) {
    this.number = number;
    this.heading = heading;
  }

  /// As the manual numbers it; `0` for what stands before its first section.
  public String number() {
    return number;
  }

  public String heading() {
    return heading;
  }
}
