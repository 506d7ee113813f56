package com.dataflux.func.runtime.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dataflux.func.runtime.store.CodeDigest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The ways in which callers of a link prove who they are.
interface AuthenticationScenario extends OnStack {

  private String guarded(String type, String config) {
    String id =
        admin()
            .change(
                "/api/v1/api-auths/do/add",
                "{'title': '%1$s', 'type': '%1$s', 'config': %2$s}".formatted(type, config))
            .ok()
            .data()
            .path("id")
            .asText();
    return link("demo__basic.hello_world", "{'apiAuthId': '%s'}".formatted(id));
  }

  @Test
  default void takesAFixedField() {
    String config =
        "{'fields': [{'location': '%s', 'name': 'X-Key', 'value': '密 1'}]}".formatted("query");
    String link = guarded("fixedField", config);
    visitor().get(link).refused("EAPIAuth", "401.99");
    visitor().get(link + "/simplified?X-Key=wrong").refused("EAPIAuth", "401.99");
    assertThat(visitor().get(link + "/simplified?X-Key=%E5%AF%86%201").status()).isNotEqualTo(401);
    String header =
        guarded(
            "fixedField", "{'fields': [{'location': 'header', 'name': 'X-Key', 'value': 'k'}]}");
    visitor().get(header).refused("EAPIAuth", "401.99");
    visitor().with("X-Key", "k").get(header).ok();
  }

  @Test
  default void takesHttpBasic() {
    String link = guarded("httpBasic", "{'users': [{'username': 'u', 'password': 'p:密'}]}");
    Reply refused = visitor().get(link).refused("EAPIAuth", "401.99");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
    String pair = Base64.getEncoder().encodeToString("u:p:密".getBytes(StandardCharsets.UTF_8));
    visitor().with("Authorization", "Basic " + pair).get(link).ok();
    visitor().with("Authorization", "Basic dTp4").get(link).refused("EAPIAuth", "401.99");
  }

  @Test
  default void takesHttpDigest() {
    String link = guarded("httpDigest", "{'users': [{'username': 'u', 'password': 'p'}]}");
    Reply refused = visitor().get(link).refused("EAPIAuth", "401.99");
    Matcher nonce =
        Pattern.compile("nonce=\"([^\"]+)\"").matcher(refused.header("WWW-Authenticate"));
    assertThat(nonce.find()).isTrue();
    visitor().with("Authorization", digest(link, "p", nonce.group(1))).get(link).ok();
    visitor()
        .with("Authorization", digest(link, "wrong", nonce.group(1)))
        .get(link)
        .refused("EAPIAuth", "401.99");
    visitor()
        .with("Authorization", digest(link, "p", "invented"))
        .get(link)
        .refused("EAPIAuth", "401.99");
  }

  private static String digest(String uri, String password, String nonce) {
    String who = CodeDigest.md5("u:dataflux-func:" + password);
    String what = CodeDigest.md5("GET:" + uri);
    String response = CodeDigest.md5(String.join(":", who, nonce, "00000001", "c", "auth", what));
    return "Digest username=\"u\", realm=\"dataflux-func\", nonce=\"%s\", uri=\"%s\", qop=auth, nc=00000001, cnonce=\"c\", response=\"%s\""
        .formatted(nonce, uri, response);
  }

  @Test
  default void letsAFunctionDecide() {
    String code =
        """
        @DFF.API('guard')
        def guard():
            return _HTTP_REQUEST['headers'].get('x-auth-token') == 'open'
        """;
    String link = guarded("func", "{'funcId': '%s.guard'}".formatted(publish("guard", code)));
    visitor().get(link).refused("EAPIAuth", "401.99");
    visitor().with("X-Auth-Token", "open").get(link).ok();
  }

  @Test
  default void neverShowsStoredPasswords() {
    String id =
        admin()
            .change(
                "/api/v1/api-auths/do/add",
                "{'title': 't', 'type': 'httpBasic', 'config': {'users': [{'username': 'u',"
                    + " 'password': 'hidden-one'}]}}")
            .ok()
            .data()
            .path("id")
            .asText();
    String path = "/api/v1/api-auths/" + id + "/do/";
    assertThat(admin().get(path + "get").ok().text()).doesNotContain("hidden-one");
    assertThat(admin().get("/api/v1/api-auths/do/list").ok().text()).doesNotContain("hidden-one");
    admin()
        .change(path + "modify", "{'config': {'users': [{'username': 'u', 'password': ''}]}}")
        .ok();
    String link = link("demo__basic.hello_world", "{'apiAuthId': '%s'}".formatted(id));
    String pair =
        Base64.getEncoder().encodeToString("u:hidden-one".getBytes(StandardCharsets.UTF_8));
    visitor().with("Authorization", "Basic " + pair).get(link).ok();
    admin().post(path + "delete", "{}").ok();
    admin().get(path + "get").refused("EClientNotFound", "404.41");
  }
}
