import Embedded

/// The tables that travel in the binary: a row a line, its cells set apart by tabs.
public enum EmbeddedTable {
  /// The rows without what stands after `#`: sources and dates.
  public static func rows(_ name: String) -> [[String]] {
    (Embedded.text(name) ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
