/// What columns are called in files of one kind, by what they become.
struct TitleTable: Sendable {
  private var targets: [String: ColumnTarget] = [:]

  /// - Parameter rows: a target as `name given`, and titles between bars. A `#` stands for a number.
  init(_ rows: [(target: String, titles: String)]) {
    for (target, titles) in rows {
      for title in titles.split(separator: "|") {
        let key = ColumnNames.key(String(title))
        if targets[key] == nil { targets[key] = ColumnTarget(target[...]) }
      }
    }
  }

  /// What a title means; `E-mail 2 - Value` is found under `E-mail # - Value`.
  subscript(title: String) -> ColumnTarget? {
    let key = ColumnNames.key(title)
    if let target = targets[key] { return target }
    let digits = key.filter(\.isNumber)
    guard !digits.isEmpty, var target = targets[key.filter { !$0.isNumber }] else { return nil }
    let isNumbered = !target.part.isEmpty || ["phones", "addresses"].contains(target.field)
    if let number = Int(digits), isNumbered { target.number = max(1, number) }
    return target
  }
}
