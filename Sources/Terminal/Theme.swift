import TOMLKit

/// A colour as a theme names it.
public enum Colour: Sendable, Equatable {
  /// One of the terminal's own sixteen.
  case ansi(Int)
  case rgb(Int, Int, Int)

  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `red`, `bright-blue` or `#7fd1ae`.
  public init?(_ name: String) {
    if let index = Self.names.firstIndex(of: name) {
      self = .ansi(index)
    } else if name.hasPrefix("#"), name.count == 7, let value = Int(name.dropFirst(), radix: 16) {
      self = .rgb(value >> 16, value >> 8 & 255, value & 255)
    } else {
      return nil
    }
  }

  /// The nearest of the colours that a terminal with `count` colours has (xterm's palette).
  public func index(colours count: Int) -> Int {
    switch self {
    case .ansi(let index): return count >= 16 ? index : index % 8
    case .rgb(let red, let green, let blue):
      let palette = count >= 256 ? 16..<256 : 0..<min(16, max(8, count))
      return palette.min { distance($0, red, green, blue) < distance($1, red, green, blue) } ?? 7
    }
  }

  private func distance(_ index: Int, _ red: Int, _ green: Int, _ blue: Int) -> Int {
    let (r, g, b) = Self.xterm(index)
    return 2 * (r - red) * (r - red) + 4 * (g - green) * (g - green) + 3 * (b - blue) * (b - blue)
  }

  private static func xterm(_ index: Int) -> (Int, Int, Int) {
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    if index >= 16 {
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }
    let level = index >= 8 ? 255 : 170
    if index == 8 { return (85, 85, 85) }
    return (index & 1 == 0 ? 0 : level, index & 2 == 0 ? 0 : level, index & 4 == 0 ? 0 : level)
  }
}

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
  public var paints: [Ink: Paint]

  public subscript(ink: Ink) -> Paint { paints[ink] ?? Paint() }

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
    paints = [:]
    let table: TOMLTable
    do { table = try TOMLTable(string: toml) } catch let error as TOMLParseError {
      throw Problem(line: Int(error.source.begin.line), reason: error.description)
    } catch { throw Problem(line: nil, reason: "\(error)") }
    guard let inks = table["ink"]?.table else { throw Problem(line: nil, reason: "[ink]") }
    for key in inks.keys {
      do throws(Problem) {
        guard let ink = Ink(rawValue: key), let entry = inks[key]?.table else {
          throw Problem(line: nil, reason: key)
        }
        paints[ink] = try Self.paint(entry)
      } catch { throw Problem(line: Self.line(of: key, in: toml), reason: error.reason) }
    }
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
