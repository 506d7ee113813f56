package com.dataflux.func.bundles.registry;

import com.dataflux.func.platform.ProblemKind;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a registry wants to see before it answers: `Bearer realm="…",service="…",scope="…"`.
///
/// @param scheme in lower case: `basic` or `bearer`
record AuthChallenge(String scheme, Map<String, String> parameters) {
  private static final Pattern FORM = Pattern.compile("(?i)(basic|bearer)\\b(.*)");
  private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=\"([^\"]*)\"");

  static AuthChallenge of(HttpHeaders headers) {
    String header = headers.firstValue("WWW-Authenticate").orElse("");
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw ProblemKind.SOURCE_UNUSABLE.exception(
          "The registry lets nobody in",
          "it asks for `%s`, which this program does not know".formatted(header),
          "Save the image to a file with another program, and give the file.");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher each = PARAMETER.matcher(form.group(2));
    while (each.find()) {
      parameters.put(each.group(1).toLowerCase(Locale.ROOT), each.group(2));
    }
    return new AuthChallenge(form.group(1).toLowerCase(Locale.ROOT), parameters);
  }

  /// Where a token is got.
  URI tokenAddress() {
    String realm = parameters.getOrDefault("realm", "");
    String query =
        parameters.entrySet().stream()
            .filter(each -> !each.getKey().equals("realm"))
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return URI.create(realm + (realm.contains("?") ? "&" : "?") + query);
  }
}
