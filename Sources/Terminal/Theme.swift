import TOMLKit

/// How one ink looks.
public struct Paint: Sendable, Equatable {
  public var foreground: Colour?
  public var background: Colour?
  public var isBold = false
  public var isDim = false
  public var isUnderlined = false
  public var isReversed = false

  public init() {}
}

/// How each ink looks. Read from a TOML file in `themes/`.
public struct Theme: Sendable, Equatable {
  public var name: String
  /// The background that it is made for; nil where it does for any.
  public private(set) var background: Background?
  private var paints: [Ink: Paint] = [:]
  /// What differs where the background is known to be that one.
  private var variants: [Background: [Ink: Paint]] = [:]

  public subscript(ink: Ink) -> Paint { self[ink, on: nil] }

  /// - Parameter background: of the terminal; nil where nobody knows it.
  public subscript(ink: Ink, on background: Background?) -> Paint {
    background.flatMap { variants[$0]?[ink] } ?? paints[ink] ?? Paint()
  }

  /// On what it is drawn: it knows that better than the terminal, if it was made for one of the two.
  public func background(_ found: Background?) -> Background? { background ?? found }

  /// What is wrong with a theme's file, and in which line.
  public struct Problem: Error, Sendable, Equatable {
    public var line: Int?
    public var reason: String
  }

  /// Reads a theme.
  /// - Throws: `Problem` with the line where TOML breaks off, or the name of the ink, attribute or colour
  ///   that no theme has.
  public init(name: String, toml: String) throws(Problem) {
    self.name = name
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch let error as TOMLParseError {
      throw Problem(line: Int(error.source.begin.line), reason: error.description)
    } catch { throw Problem(line: nil, reason: "\(error)") }
    if let said = table["background"] {
      guard let known = said.string.flatMap({ Background(rawValue: $0) }) else {
        throw Problem(line: Self.line(of: "background", in: toml), reason: said.string ?? "background")
      }
      background = known
    }
    guard let inks = table["ink"]?.table else { throw Problem(line: nil, reason: "[ink]") }
    paints = try Self.paints(inks, in: toml)
    for background in Background.allCases {
      if let inks = table[background.rawValue]?.table {
        variants[background] = try Self.paints(inks, in: toml)
      }
    }
  }

  private static func paints(_ inks: TOMLTable, in toml: String) throws(Problem) -> [Ink: Paint] {
    var paints: [Ink: Paint] = [:]
    for key in inks.keys {
      do throws(Problem) {
        guard let ink = Ink(rawValue: key), let entry = inks[key]?.table else {
          throw Problem(line: nil, reason: key)
        }
        paints[ink] = try paint(entry)
      } catch { throw Problem(line: line(of: key, in: toml), reason: error.reason) }
    }
    return paints
  }

  private static func paint(_ entry: TOMLTable) throws(Problem) -> Paint {
    var paint = Paint()
    for key in entry.keys {
      let value = entry[key]
      switch key {
      case "fg": paint.foreground = try colour(value)
      case "bg": paint.background = try colour(value)
      case "bold": paint.isBold = value?.bool ?? false
      case "dim": paint.isDim = value?.bool ?? false
      case "underline": paint.isUnderlined = value?.bool ?? false
      case "reverse": paint.isReversed = value?.bool ?? false
      default: throw Problem(line: nil, reason: key)
      }
    }
    return paint
  }

  private static func colour(_ value: TOMLValueConvertible?) throws(Problem) -> Colour {
    guard let name = value?.string, let colour = Colour(name) else {
      throw Problem(line: nil, reason: value?.string ?? "fg, bg")
    }
    return colour
  }

  /// TOMLKit keeps no lines for values; the line is found again by the key.
  private static func line(of key: String, in toml: String) -> Int? {
    let lines = toml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.drop { $0 == " " }.hasPrefix(key) }.map { $0 + 1 }
  }
}

extension Ink {
  /// The contrast that it needs with what it stands on (WCAG 2.2, AA): what is no text needs less (1.4.11).
  public var leastContrast: Double {
    switch self {
    case .rule, .bar: 3
    default: 4.5
    }
  }
}
