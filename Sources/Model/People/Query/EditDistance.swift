/// How far one word is from another: what somebody may have meant.
public enum EditDistance {
  /// The nearest of some words: at most a third of the letters added, left out, changed, or swapped with the
  /// next. Nil where none is near.
  public static func nearest(_ word: String, of candidates: some Sequence<String>) -> String? {
    let letters = Array(word.prefix(60))
    let most = max(1, letters.count / 3)
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let other = Array(candidate)
      guard abs(other.count - letters.count) <= most else { continue }
      let distance = between(letters, other)
      if distance <= most, distance < max(other.count, 2), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.word
  }

  /// Damerau and Levenshtein's distance, in its restricted form.
  static func between(_ a: [Character], _ b: [Character]) -> Int {
    var older: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, older[j - 1] + 1) }
        row.append(least)
      }
      (older, previous) = (previous, row)
    }
    return previous[b.count]
  }
}
