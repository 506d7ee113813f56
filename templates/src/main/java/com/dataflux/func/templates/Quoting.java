package com.dataflux.func.templates;

import com.dataflux.func.platform.display.JsonText;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two filters that make YAML texts of values. A JSON text is one in YAML too, whatever is in it.
final class Quoting extends AbstractExtension {

  @Override
  public Map<String, Filter> getFilters() {
    return Map.of("literal", new Quoted(""), "quoted", new Quoted("$"));
  }

  /// @param doubled what the reader of the file would expand, and so must stand twice: `$` in stack
  ///   files
  private record Quoted(String doubled) implements Filter {
    @Override
    public Object apply(
        @Nullable Object input,
        Map<String, Object> args,
        PebbleTemplate self,
        EvaluationContext context,
        int lineNumber) {
      String text = String.valueOf(input);
      return JsonText.of(doubled.isEmpty() ? text : text.replace(doubled, doubled + doubled));
    }

    @Override
    public @Nullable List<String> getArgumentNames() {
      return null;
    }
  }
}
