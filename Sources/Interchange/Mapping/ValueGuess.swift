import Model

/// What a column is for whose heading nobody knows, told by what it holds: only what has an unmistakable form, and only
/// where one thing alone has it.
enum ValueGuess {
  private static let candidates = [
    "emails", "links", "country", "gender", "disciplines", "languages", "roles",
  ].map { ColumnTarget($0) }

  /// - Parameter cells: of one column; empty ones say nothing.
  static func target(of cells: [String]) -> ColumnTarget? {
    let values = Dictionary(grouping: cells.map(\.trimmed).filter { !$0.isEmpty }) { $0 }.mapValues(\.count)
    let all = values.values.reduce(0, +)
    // Of one word nobody knows: "M" is a size as well.
    guard all >= 3, values.count > 1, values.count <= 500 else { return nil }
    let fitting = candidates.filter { target in
      let mapper = RowMapper(titles: [""], targets: [target])
      var good = 0
      for (value, count) in values
      where hasForm(value, of: target.field) && mapper.problem(of: value, at: 0) == nil { good += count }
      // One word that nobody knows makes it no other thing.
      return good * 10 >= all * 7
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Whether a column holds people's names: mostly two to five words of letters, and hardly one twice.
  static func isOfNames(_ cells: [String]) -> Bool {
    let values = cells.map(\.trimmed).filter { !$0.isEmpty }
    let likely = values.count { value in
      let words = value.split { $0.isWhitespace || $0 == "," }
      return (2...5).contains(words.count)
        && words.allSatisfy { word in
          word.first?.isLowercase != true && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
        }
    }
    return values.count >= 2 && likely * 10 >= values.count * 8 && Set(values).count * 10 >= values.count * 9
  }

  /// Fields that take nearly anything are told by a sign.
  private static func hasForm(_ value: String, of field: String) -> Bool {
    switch field {
    case "emails": value.contains("@")
    case "links": value.contains("://") || value.lowercased().hasPrefix("www.")
    default: !value.contains("@") && !value.contains("://")
    }
  }
}

extension FileSurvey {
  /// Columns whose headings say nothing, with what their values say that they are for, where no other column is for it.
  public func guesses(_ mapping: ColumnMapping) -> [(position: Int, target: ColumnTarget)] {
    let left = mapping.openColumns
    var found = left.compactMap { position in
      ValueGuess.target(of: rows.map { $0[position] }).map { (position: position, target: $0) }
    }
    if !mapping.hasName {
      // Of several nobody knows which; the first is mostly it.
      let names = left.first { position in
        !found.contains { $0.position == position } && ValueGuess.isOfNames(rows.map { $0[position] })
      }
      if let names { found.append((names, ColumnTarget("name"))) }
    }
    let taken = Set(mapping.targets.flatMap { [$0.field, $0.part] })
    return found.filter { guess in
      !taken.contains(guess.target.field) && found.count { $0.target == guess.target } == 1
    }
  }
}
