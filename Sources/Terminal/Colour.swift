import Glibc

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

  /// So many degrees apart, hues still pass for one.
  private static let sameHue = 35.0

  /// The number of the terminal's own foreground and background, whatever these are.
  public static let own = -1

  /// The nearest of the colours that a terminal has, where text in it can be read.
  ///
  /// With 256 colours it is the nearest of those that no terminal changes. Of eight or sixteen it is one of the same hue
  /// that stands out from the background; where there is none, or nobody knows the background, it is the terminal's own
  /// foreground: on that, somebody relies already.
  /// - Parameters:
  ///   - count: how many colours the terminal has: 8, 16 or 256.
  ///   - background: nil where nobody knows it.
  ///   - least: the contrast that it has to have with the background (WCAG 2.2, 1.4.3 and 1.4.11).
  /// - Returns: the number of a colour, or `own`.
  public func index(colours count: Int, on background: Background?, contrast least: Double) -> Int {
    switch self {
    case .ansi(let index):
      if index < count { return index }
      return background.map { Self.contrast(index % 8, on: $0) >= least } == true ? index % 8 : Self.own
    case .rgb(let red, let green, let blue):
      let light = Light(red, green, blue)
      if count >= 256 { return Self.nearest(light, among: Array(16..<256)) }
      guard let background, let hue = light.hue else { return Self.own }
      let readable = (0..<min(16, max(8, count))).filter { index in
        guard Self.contrast(index, on: background) >= least, let other = Self.xterm(index).hue else {
          return false
        }
        return min(abs(hue - other), 360 - abs(hue - other)) <= Self.sameHue
      }
      return readable.isEmpty ? Self.own : Self.nearest(light, among: readable)
    }
  }

  /// As a background that a theme chooses itself: the nearest.
  public func index(asBackground count: Int) -> Int {
    switch self {
    case .ansi(let index): count >= 16 ? index : index % 8
    case .rgb(let red, let green, let blue):
      Self.nearest(
        Light(red, green, blue), among: Array(count >= 256 ? 16..<256 : 0..<min(16, max(8, count))))
    }
  }

  private static func nearest(_ light: Light, among indices: [Int]) -> Int {
    indices.min { light.distance(xterm($0)) < light.distance(xterm($1)) } ?? own
  }

  // MARK: Palettes

  /// The worst contrast that a colour has with a background, in the palettes that terminals come with: those of xterm and
  /// of VGA, which the console has.
  /// - Parameter index: 0 to 255, or `own`, which is as readable as the terminal itself.
  public static func contrast(_ index: Int, on background: Background) -> Double {
    if index == own { return 21 }
    let lights = index < 16 ? [xterm(index), vga(index)] : [xterm(index)]
    return lights.flatMap { light in background.samples.map { light.contrast(with: $0) } }.min() ?? 1
  }

  static func xterm(_ index: Int) -> Light {
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return Light(grey, grey, grey)
    }
    if index >= 16 {
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return Light(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }
    switch index {
    case 4: return Light(0, 0, 238)
    case 7: return Light(229, 229, 229)
    case 8: return Light(127, 127, 127)
    case 12: return Light(92, 92, 255)
    default: return mixed(index, dark: 0, level: index >= 8 ? 255 : 205)
    }
  }

  private static func vga(_ index: Int) -> Light {
    if index == 3 { return Light(170, 85, 0) }
    return mixed(index, dark: index >= 8 ? 85 : 0, level: index >= 8 ? 255 : 170)
  }

  private static func mixed(_ index: Int, dark: Int, level: Int) -> Light {
    Light(
      index & 1 == 0 ? dark : level, index & 2 == 0 ? dark : level, index & 4 == 0 ? dark : level)
  }
}

/// Whether a terminal writes on dark or on light.
public enum Background: String, Sendable, CaseIterable {
  case dark, light

  /// By the colour that a terminal says it has.
  /// - Parameters: red, green and blue from 0 to 255.
  public init(red: Int, green: Int, blue: Int) {
    // Black and white text are as readable on this one (WCAG 2.2, relative luminance).
    self = Light(red, green, blue).luminance > 0.179 ? .light : .dark
  }

  /// What `COLORFGBG` says, which rxvt, Konsole and others set: `15;0`, `0;default;15`. Nil where it says nothing.
  public init?(colorfgbg text: String) {
    guard let last = text.split(separator: ";").last, let index = Int(last), (0...15).contains(index) else {
      return nil
    }
    self = index == 7 || index >= 9 ? .light : .dark
  }

  /// Colours that people have there: the plain one, and what usual themes of terminals make of it.
  var samples: [Light] {
    switch self {
    case .dark: [Light(0, 0, 0)]
    case .light: [Light(255, 255, 255)]
    }
  }
}

/// What a colour is on the screen.
struct Light {
  let red: Int
  let green: Int
  let blue: Int

  init(_ red: Int, _ green: Int, _ blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// Relative luminance, 0 to 1 (WCAG 2.2).
  var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// By the transfer function of sRGB (IEC 61966-2-1).
  private static func linear(_ value: Int) -> Double {
    let part = Double(value) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }

  /// From 1 to 21.
  func contrast(with other: Light) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  /// In degrees; nil for what is nearly grey.
  var hue: Double? {
    let (most, least) = (max(red, green, blue), min(red, green, blue))
    guard most - least >= 40 else { return nil }
    let span = Double(most - least)
    let turn =
      most == red
      ? Double(green - blue) / span
      : most == green ? 2 + Double(blue - red) / span : 4 + Double(red - green) / span
    return turn < 0 ? turn * 60 + 360 : turn * 60
  }

  func distance(_ other: Light) -> Int {
    let (r, g, b) = (other.red - red, other.green - green, other.blue - blue)
    return 2 * r * r + 4 * g * g + 3 * b * b
  }
}
