/// Where phrases stand, by the folder or file of the sources that says them: `where.tsv`, which a test makes.
///
/// A line for each: the place, and its keys; `field.` is all that begins so.
public struct PhrasePlaces: Sendable {
  private var places: [String: [String]] = [:]

  public init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 2 else { continue }
      for key in cells[1].split(separator: " ") { places[String(key), default: []].append(cells[0]) }
    }
  }

  /// The first few of them.
  public subscript(_ key: String) -> [String] {
    let group = key.contains(".") ? String(key.prefix { $0 != "." }) + "." : ""
    return Array((places[key] ?? places[group] ?? []).prefix(4))
  }
}
