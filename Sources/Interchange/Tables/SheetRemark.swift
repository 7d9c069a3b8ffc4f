/// What is known of a sheet besides the rows below its headings.
public struct SheetRemark: Sendable, Equatable {
  public let name: String
  /// The row of the headings, from 1.
  public let headingRow: Int
  /// What stands above them.
  public let above: [String]
  /// The sheets that hold something as well, which were not read.
  public let others: [String]
  /// The headings of hidden columns; they are read like the others.
  public internal(set) var hiddenColumns: [String] = []
  /// How many rows are hidden, or filtered out; they are read like the others.
  public internal(set) var hiddenRows = 0
  /// The first of them, from 1.
  public internal(set) var firstHidden = 0
  /// The places of the first cells that have no heading, and how many there are; they are left out.
  public internal(set) var unheaded: [String] = []
  public internal(set) var unheadedCount = 0
  /// How many cells have a comment, and the first of them; comments are left out.
  public internal(set) var comments = 0
  public internal(set) var firstComment = ""
  /// Where links of cells lead that stands in no cell, the first of them, and how many there are; they are left out.
  public internal(set) var lostLinks: [String] = []
  public internal(set) var lostLinkCount = 0
}
