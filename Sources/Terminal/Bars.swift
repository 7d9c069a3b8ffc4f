/// Bars from block elements, an eighth of a column fine.
public enum Bars {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar of `value` out of `most` in `width` columns. A value above nought is never invisible.
  public static func bar(_ value: Int, of most: Int, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    let parts = max(1, min(width * 8, (value * width * 8 + most / 2) / most))
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }
}
