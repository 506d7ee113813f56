package com.dataflux.func.installer.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineMergeTest {
  private static final String BASE =
      """
      mysql:
        image: mysql:1
        command: --flag
      worker:
        image: app:1
      """;

  @Test
  void keepsAnEditBesideALineThatChanges() {
    String edited = BASE.replace("--flag", "--tls-version=TLSv1.2 --flag");
    String rendered = BASE.replace(":1", ":2");

    assertThat(LineMerge.merge(BASE, edited, rendered))
        .contains(rendered.replace("--flag", "--tls-version=TLSv1.2 --flag"));
  }

  @Test
  void keepsAddedLinesAndRemovedOnes() {
    String edited =
        BASE.replace("  image: app:1\n", "  image: app:1\n  extra_hosts:\n    - \"a:1\"\n");
    String rendered = "# head\n" + BASE.replace("  command: --flag\n", "");

    assertThat(LineMerge.merge(BASE, edited, rendered))
        .contains(rendered + "  extra_hosts:\n    - \"a:1\"\n");
  }

  @Test
  void keepsLinesAddedRightBeforeOneThatChanges() {
    String edited = BASE.replace("worker:\n", "# Mine.\nworker:\n  extra_hosts: [\"a:1\"]\n");
    String rendered = BASE.replace(":1\n", ":2\n");

    assertThat(LineMerge.merge(BASE, edited, rendered))
        .contains(rendered.replace("worker:\n", "# Mine.\nworker:\n  extra_hosts: [\"a:1\"]\n"));
  }

  @Test
  void leavesAServiceThatWasCommentedOutCommentedOut() {
    String edited =
        BASE.replace(
            "mysql:\n  image: mysql:1\n  command", "#mysql:\n#  image: mysql:1\n#  command");
    String rendered = BASE.replace(":1", ":2");

    assertThat(LineMerge.merge(BASE, edited, rendered).orElseThrow())
        .contains("#  image: mysql:1", "  image: app:2");
  }

  @Test
  void keepsAServiceThatWasCommentedOutAndIsRenderedNoMore() {
    String edited =
        BASE.replace(
            "mysql:\n  image: mysql:1\n  command", "#mysql:\n#  image: mysql:1\n#  command");
    String rendered = BASE.substring(BASE.indexOf("worker"));

    assertThat(LineMerge.merge(BASE, edited, rendered)).contains(edited);
  }

  @Test
  void commentsOutWhatComesIntoAServiceThatWasCommentedOut() {
    String edited =
        BASE.replace(
            "mysql:\n  image: mysql:1\n  command", "#mysql:\n#  image: mysql:1\n#  command");
    String rendered = BASE.replace("  command", "  stop_signal: A\n  command");

    assertThat(LineMerge.merge(BASE, edited, rendered))
        .contains(edited.replace("#  command", "#  stop_signal: A\n#  command"));
    String later = rendered.replace(":1", ":2").indent(2);
    assertThat(LineMerge.merge(BASE.indent(2), edited.indent(2), later))
        .contains(edited.replace("app:1", "app:2").indent(2));
  }

  @Test
  void mergesFlagsOfOneCommand() {
    String base = BASE.replace("--flag", "--size=64M --flag --more");
    String edited = base.replace("--flag", "--mine --flag");

    assertThat(LineMerge.merge(base, edited, base.replace("64M", "256M")))
        .contains(edited.replace("64M", "256M"));
  }

  @Test
  void keepsWhatBothSidesAddedAtOnePlaceInTheServiceThatItBelongsTo() {
    String mine = "  extra_hosts: [\"a:1\"]\n";
    String theirs = "beat:\n  image: app:1\n";

    assertThat(LineMerge.merge(BASE, BASE + mine, BASE + theirs)).contains(BASE + mine + theirs);
    assertThat(LineMerge.merge(BASE, BASE + theirs, BASE + mine)).contains(BASE + mine + theirs);
  }

  @Test
  void keepsWhatWasAddedBesideALineThatIsGone() {
    String base = BASE.replace("  command", "  stop_signal: A\n  command");
    String edited = base.replace("  stop", "  # Mine.\n  tty: true\n  stop");

    assertThat(LineMerge.merge(base, edited, BASE))
        .contains(BASE.replace("  command", "  # Mine.\n  tty: true\n  command"));
  }

  @Test
  void refusesToGuessWhereAServiceIsGoneThatSomethingWasAddedTo() {
    String edited = BASE + "  tty: true\n";

    assertThat(LineMerge.merge(BASE, edited, BASE.substring(0, BASE.indexOf("worker")))).isEmpty();
  }

  @Test
  void refusesToGuessWhereBothSidesAddedALineWithMoreOnOneSide() {
    assertThat(LineMerge.merge(BASE, BASE + "a: 1\n", BASE + "a: 1\nb: 1\n")).isEmpty();
  }

  @Test
  void refusesToGuessWhereBothSidesChangedALine() {
    assertThat(LineMerge.merge(BASE, BASE.replace("app:1", "mine"), BASE.replace("app:1", "app:2")))
        .isEmpty();
  }

  @Test
  void takesTheNewTextWhereNothingWasEdited() {
    assertThat(LineMerge.merge(BASE, BASE, "other\n")).contains("other\n");
  }
}
