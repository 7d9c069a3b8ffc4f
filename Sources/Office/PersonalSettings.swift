import Model
import Phrases
import TOMLKit

/// What a person settles once for every visit, in `settings.toml`.
public struct PersonalSettings: Sendable, Equatable {
  /// A theme's name; nil or `auto` leaves it to the terminal's background.
  public var theme: String?
  /// The language in which the program speaks.
  public var language: String?
  /// Whether the program takes the mouse.
  public var mouse: Bool?
  /// Whether the screen is drawn for somebody who listens.
  public var spoken: Bool?
  /// The zone of times that are typed without one.
  public var zone: String?
  /// How long Escape alone waits for more, in milliseconds, up to two seconds.
  public var escape: Int?
  /// Who orders text that runs from right to left, by the terminal's name.
  public var orders: [String: String] = [:]

  /// What is wrong with the file, and in which line.
  public struct Problem: Error, Sendable, Equatable {
    public var line: Int?
    public var reason: String
  }

  public init() {}

  /// Reads the file.
  /// - Throws: `Problem` for what is no TOML, no setting, or no value that a setting takes.
  public init(toml: String) throws(Problem) {
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch let error as TOMLParseError {
      throw Problem(line: Int(error.source.begin.line), reason: error.description)
    } catch { throw Problem(line: nil, reason: "\(error)") }
    for (name, value) in table {
      switch name {
      case "theme": theme = value.string
      case "language": language = value.string
      case "zone": zone = value.string
      case "mouse": mouse = value.bool
      case "spoken": spoken = value.bool
      case "escape": escape = value.int.flatMap { (0...2_000).contains($0) ? $0 : nil }
      case "reading": orders = Self.orders(value)
      default: throw Problem(line: Self.line(of: name, in: toml), reason: name)
      }
      let isZone = name != "zone" || zone.flatMap(Zone.init) != nil
      let isRead =
        switch name {
        case "mouse": mouse != nil
        case "spoken": spoken != nil
        case "escape": escape != nil
        case "language": language.map(Phrasebook.languages.contains) == true
        case "reading": !orders.isEmpty
        default: value.string != nil && isZone
        }
      if !isRead {
        throw Problem(
          line: Self.line(of: name, in: toml),
          reason: value.table == nil ? "\(name) = \(value.debugDescription)" : name)
      }
    }
  }

  /// `program` or `terminal` for each of its names; none where one is something else.
  private static func orders(_ value: any TOMLValueConvertible) -> [String: String] {
    guard let table = value.table else { return [:] }
    let orders = table.compactMap { name, order in order.string.map { (name, $0) } }
    guard orders.count == table.count, orders.allSatisfy({ ["program", "terminal"].contains($0.1) }) else {
      return [:]
    }
    return Dictionary(orders, uniquingKeysWith: { one, _ in one })
  }

  /// A name as a part of a key (TOML 1.0, "Keys").
  public static func key(_ name: String) -> String {
    "\"" + name.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline } + "\""
  }

  /// The text of a file with one of its lines another, or added.
  public static func text(_ toml: String, _ name: String, _ value: String) -> String {
    text(toml, name, as: "\"\(value)\"")
  }

  public static func text(_ toml: String, _ name: String, _ value: Bool) -> String {
    text(toml, name, as: "\(value)")
  }

  private static func text(_ toml: String, _ name: String, as value: String) -> String {
    var lines = toml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let line = "\(name) = \(value)"
    if let number = Self.line(of: name, in: toml) { lines[number - 1] = line } else { lines.append(line) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(of name: String, in toml: String) -> Int? {
    let lines = toml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      let rest = line.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
      // A table may stand in dotted keys.
      return line.hasPrefix(name) && (rest.first == "=" || rest.first == ".")
    }.map { $0 + 1 }
  }
}
