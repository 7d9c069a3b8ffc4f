import Model
import Office
import Phrases
import Store
import Terminal

/// The products of the office in the six official languages (annex I, paragraph 6; appendix, paragraph 2 (f), (j)): how
/// far each is, which are stale because their source changed, and how the languages stand beside each other.
struct ProductsPane: Pane {
  static let name = "products"
  static let title = PhraseKey.paneProducts

  enum Row: Sendable, Equatable {
    case kind(ProductKind)
    case product(Int)
  }

  /// Which products are listed.
  enum Filter: Sendable, CaseIterable { case all, stale, open }

  private(set) var board = ProductBoard()
  /// Headings and products, as the filter leaves them.
  private(set) var rows: [Row] = []
  private(set) var products: [Product] = []
  private(set) var translations: [Translation] = []
  private(set) var filter = Filter.all
  var selection = Selection()
  /// Which language.
  var column = 0
  private var sought: RecordID?
  private var isOutdated = true
  private(set) var size = Size(columns: 80, rows: 19)

  var isWide: Bool { size.isWide }
  var listWidth: Int { isWide ? min(112, size.columns * 3 / 5) : size.columns }

  var row: ProductBoard.Row? {
    guard rows.indices.contains(selection.index), case .product(let index) = rows[selection.index] else {
      return nil
    }
    return board.rows[index]
  }
  var product: Product? { row?.product }
  /// The product in the language under the cursor.
  var cell: Translation? { row?.cells[column] }

  // MARK: Answers

  func asks(_ look: Look) -> [Ask<Self>] {
    [
      Ask(AllRecords<Product>()) { pane, products in
        pane.products = products
        pane.isOutdated = true
      },
      Ask(AllRecords<Translation>()) { pane, translations in
        pane.translations = translations
        pane.isOutdated = true
      },
    ]
  }

  /// Once for all answers that arrived together, not at every key.
  private mutating func renew() {
    guard isOutdated else { return }
    isOutdated = false
    let kept = [sought, product?.id]
    board = ProductBoard(products, translations)
    rows = listed()
    if let place = kept.lazy.compactMap({ $0 }).compactMap(place).first {
      if sought.flatMap(self.place) == place { sought = nil }
      selection.index = place
    }
    selection.index = stop(near: selection.index, by: 1)
  }

  private func listed() -> [Row] {
    var rows: [Row] = []
    var kind: ProductKind?
    for (index, row) in board.rows.enumerated() where includes(row) {
      if row.product.type != kind { rows.append(.kind(row.product.type)) }
      kind = row.product.type
      rows.append(.product(index))
    }
    return rows
  }

  private func includes(_ row: ProductBoard.Row) -> Bool {
    switch filter {
    case .all: true
    case .stale: row.isStale
    case .open: !row.isComplete
    }
  }

  private func place(of id: RecordID) -> Int? {
    rows.firstIndex { row in
      if case .product(let index) = row { board.rows[index].product.id == id } else { false }
    }
  }

  // MARK: Moving

  mutating func visit(_ destination: Destination) -> Bool {
    guard case .list(.product, let id) = destination else { return false }
    sought = id ?? sought
    if id != nil { filter = .all }
    isOutdated = true
    return true
  }

  /// The product, and the language under the cursor.
  var place: String { "\(column) \(product?.id ?? "")" }

  mutating func stand(at place: String) {
    let parts = place.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let column = Int(parts[0]) else { return }
    self.column = column
    _ = visit(Destination(.product, String(parts[1])))
  }

  mutating func showNext() {
    let all = Filter.allCases
    filter = all[((all.firstIndex(of: filter) ?? 0) + 1) % all.count]
    isOutdated = true
  }

  mutating func showAll() {
    filter = .all
    isOutdated = true
  }

  /// The nearest row with a product, first in the direction of the step.
  private func stop(near index: Int, by step: Int) -> Int {
    guard !rows.isEmpty else { return 0 }
    let target = max(0, min(rows.count - 1, index))
    func isProduct(_ row: Row) -> Bool { if case .product = row { true } else { false } }
    let (after, before) = (
      rows[target...].firstIndex(where: isProduct), rows[...target].lastIndex(where: isProduct)
    )
    return (step > 0 ? after ?? before : before ?? after) ?? 0
  }

  mutating func move(by step: Int) { selection.index = stop(near: selection.index + step, by: step) }

  mutating func turn(by step: Int) {
    column = max(0, min(ProductBoard.languages.count - 1, column + step))
  }

  mutating func fit(to size: Size, look: Look) {
    self.size = size
    renew()
    selection.fit(count: rows.count, height: listRows)
    // The heading of the first product comes into sight with it.
    if selection.index <= 1 { selection.top = 0 }
  }

  // MARK: Writing

  mutating func applied(_ written: Written, look: Look) -> [Effect] {
    for translation in written.all(Translation.self) {
      translations.removeAll { $0.id == translation.id }
      translations.append(translation)
      isOutdated = true
    }
    return []
  }

  /// The digest of a source file is there: where it is another, the source changed.
  mutating func finished(_ outcome: any Sendable, look: Look) -> [Effect] {
    guard let outcome = outcome as? SourceErrand.Outcome, let digest = outcome.digest,
      digest != outcome.product.digest
    else { return [] }
    let changed = outcome.product.withSource(changed: look.asOf, digest: digest)
    return [.apply(EditRecord(base: outcome.product, edited: changed))]
  }
}

extension ProductsPane {
  /// The product in the language under the cursor, once it has a record; until then the product.
  var subject: RecordReference? {
    cell.flatMap { $0.version > 0 ? $0.reference : nil } ?? product?.reference
  }
}
