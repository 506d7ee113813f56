package com.dataflux.func.installer.install;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Merges two changes of one text, line by line: what only one side changed is taken from it.
final class LineMerge {
  private static final Pattern BEGINNING = Pattern.compile("^ {0,2}[^ #]");

  private LineMerge() {}

  /// @return the merged text; empty where both sides changed the same lines differently
  static Optional<String> merge(String base, String mine, String theirs) {
    List<String> origin = base.lines().toList();
    List<String> left = mine.lines().toList();
    List<String> right = theirs.lines().toList();
    int[] inLeft = matches(origin, left);
    int[] inRight = matches(origin, right);

    List<String> merged = new ArrayList<>();
    int o = 0;
    int l = 0;
    int r = 0;
    while (o < origin.size() || l < left.size() || r < right.size()) {
      if (o < origin.size() && inLeft[o] == l && inRight[o] == r) {
        merged.add(origin.get(o++));
        l++;
        r++;
        continue;
      }
      int next = o;
      while (next < origin.size() && (inLeft[next] < l || inRight[next] < r)) {
        next++;
      }
      int leftEnd = next < origin.size() ? inLeft[next] : left.size();
      int rightEnd = next < origin.size() ? inRight[next] : right.size();
      List<String> was = origin.subList(o, next);
      List<String> isLeft = left.subList(l, leftEnd);
      List<String> isRight = right.subList(r, rightEnd);
      if (isLeft.equals(isRight) || isRight.equals(was)) {
        merged.addAll(isLeft);
      } else if (isLeft.equals(was)) {
        merged.addAll(isRight);
      } else if (!mergeOneByOne(was, isLeft, isRight, merged)
          && !mergeInsertions(was, isLeft, isRight, merged)
          && !mergeInsertions(was, isRight, isLeft, merged)
          && !mergeAdditions(was, isLeft, isRight, merged)
          && !mergeRemoval(was, isLeft, isRight, merged)
          && !mergeRemoval(was, isRight, isLeft, merged)
          && !mergeCommentedOut(was, isLeft, isRight, merged)) {
        return Optional.empty();
      }
      o = next;
      l = leftEnd;
      r = rightEnd;
    }
    return Optional.of(String.join("\n", merged) + "\n");
  }

  /// Where each line of a part has its counterpart: neighbouring lines may have been changed by
  /// different sides. A line that was made a comment stays one, whatever it would say now.
  private static boolean mergeOneByOne(
      List<String> was, List<String> left, List<String> right, List<String> merged) {
    if (left.size() != was.size() || right.size() != was.size()) {
      return false;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < was.size(); i++) {
      String mine = left.get(i);
      boolean mineStays =
          right.get(i).equals(was.get(i)) || right.get(i).equals(mine) || isComment(mine);
      if (mineStays || mine.equals(was.get(i))) {
        lines.add(mineStays ? mine : right.get(i));
        continue;
      }
      Optional<String> words = mergeWords(was.get(i), mine, right.get(i));
      if (words.isEmpty()) {
        return false;
      }
      lines.add(words.get());
    }
    return merged.addAll(lines);
  }

  /// A part that one side has commented out stays so, whatever the other would have it say, unless
  /// that begins something new: a service, or a key of its own.
  private static boolean mergeCommentedOut(
      List<String> was, List<String> left, List<String> right, List<String> merged) {
    boolean commentedOut = !left.isEmpty() && left.stream().allMatch(LineMerge::isComment);
    boolean begins =
        right.stream().anyMatch(line -> BEGINNING.matcher(line).find() && !was.contains(line));
    return commentedOut && !begins && merged.addAll(left);
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  /// Flags of one command, for instance, that different sides have added or changed.
  private static Optional<String> mergeWords(String was, String mine, String theirs) {
    return was.strip().contains(" ")
        ? merge(was.replace(' ', '\n'), mine.replace(' ', '\n'), theirs.replace(' ', '\n'))
            .map(words -> words.substring(0, words.length() - 1).replace('\n', ' '))
        : Optional.empty();
  }

  /// Lines added before, between or after lines that the other side changed one by one.
  private static boolean mergeInsertions(
      List<String> was, List<String> longer, List<String> changed, List<String> merged) {
    int[] places = matches(was, longer);
    if (changed.size() != was.size() || Arrays.stream(places).anyMatch(at -> at < 0)) {
      return false;
    }
    // What comes into a part that is commented out becomes a comment too.
    boolean out = false;
    int i = 0;
    for (int at = 0; at < longer.size(); at++) {
      String line = longer.get(at);
      if (i < places.length && places[i] == at) {
        line = changed.get(i);
        out = isComment(line) && !isComment(was.get(i));
        i++;
      } else {
        out = out && !line.isBlank();
        line = out ? "#" + line : line;
      }
      merged.add(line);
    }
    return true;
  }

  /// Lines that both sides have added at one place: what belongs to the part before comes first.
  private static boolean mergeAdditions(
      List<String> was, List<String> left, List<String> right, List<String> merged) {
    boolean repeats = left.stream().anyMatch(line -> !line.isBlank() && right.contains(line));
    if (!was.isEmpty() || repeats) {
      return false;
    }
    boolean leftFirst = indentation(left) >= indentation(right);
    merged.addAll(leftFirst ? left : right);
    return merged.addAll(leftFirst ? right : left);
  }

  /// Lines added beside lines that the other side removed; not what was added below one of them.
  private static boolean mergeRemoval(
      List<String> was, List<String> longer, List<String> shorter, List<String> merged) {
    int[] places = matches(was, longer);
    List<String> added = new ArrayList<>(longer);
    was.forEach(added::remove);
    boolean below = indentation(added) > indentation(was);
    if (below || !shorter.isEmpty() || Arrays.stream(places).anyMatch(at -> at < 0)) {
      return false;
    }
    return merged.addAll(added);
  }

  /// Of the first line that is no comment.
  private static int indentation(List<String> lines) {
    return lines.stream()
        .filter(line -> !isComment(line))
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .findFirst()
        .orElse(0);
  }

  /// For each line of the origin, where it stands in the other text; -1 where it does not. The
  /// longest common subsequence.
  private static int[] matches(List<String> origin, List<String> other) {
    int[][] longest = new int[origin.size() + 1][other.size() + 1];
    for (int i = origin.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        longest[i][j] =
            origin.get(i).equals(other.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] matches = new int[origin.size()];
    Arrays.fill(matches, -1);
    for (int i = 0, j = 0; i < origin.size() && j < other.size(); ) {
      if (origin.get(i).equals(other.get(j))) {
        matches[i++] = j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return matches;
  }
}
