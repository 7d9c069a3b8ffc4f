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

extension Bars {
  private static let heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One column for each value, as high as it is next to the greatest; a point for nought.
  public static func sparkline(_ values: [Int]) -> String {
    let most = values.max() ?? 0
    return values.map { $0 <= 0 ? "·" : heights[min(7, ($0 * 8 - 1) / max(1, most))] }.joined()
  }
}
