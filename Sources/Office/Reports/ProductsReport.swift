import Interchange
import Model
import Phrases
import Store
import Typesetting

/// The products in the six official languages as plain text for mail, or as CSV.
public struct ProductsReport: Sendable {
  private let board: ProductBoard
  private let look: Look

  /// - Parameter look: the language of the words.
  public init(_ library: Library, look: Look) throws {
    board = ProductBoard(
      try library.read(AllRecords<Product>()), try library.read(AllRecords<Translation>()))
    self.look = look
  }

  /// Columns under one another, the parity of the languages last.
  public var text: String {
    guard !board.rows.isEmpty else { return look.say(.productsNone, .text("n")) + "\n" }
    return (TextTable.lines(table) + ["", TranslationMark.legend(look)]).joined(separator: "\n") + "\n"
  }

  public var csv: [UInt8] { CSVWriter.spreadsheet(table) }

  private var table: [[String]] {
    let names = ProductBoard.languages.map { Language.name($0, in: look.language) }
    let fields = ["name", "product_kind"].map { look.phrases.label("field", $0) }
    let rows = board.rows.map { row in
      [row.product.name, look.word("product_kind", row.product.type.rawValue)]
        + zip(row.cells, row.freshness).map(word)
    }
    let parity = board.parity.map { $0.figures(look) }
    return [fields + names] + rows + [[look.say(.productsParity), look.say(.productsOfFeasible)] + parity]
  }

  private func word(_ cell: Translation, _ freshness: Freshness) -> String {
    let mark = TranslationMark(cell, freshness)
    if freshness == .stale {
      return look.list(["\(mark.glyph)\(mark.sign) \(mark.word(look))", look.say(.productsStale)])
    }
    return "\(mark.glyph)\(mark.sign) \(mark.word(look))"
  }
}
