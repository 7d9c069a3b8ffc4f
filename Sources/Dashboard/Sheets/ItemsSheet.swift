import Model
import Office
import Phrases
import Store
import Terminal

/// The entries of a field that have several parts: looked at, ordered, removed, and edited part by part. What
/// it holds stands in the field below at every moment, as if it had been typed there.
struct ItemsSheet: Pane {
  static let name = "items"
  static let title = PhraseKey.paneItems

  /// What is wrong with an entry, written as one.
  typealias Check = @Sendable (String) -> FieldProblem?

  let field: String
  let parts: [Part]
  private let original: String
  private let check: Check
  /// What follows when it closes: whether anything was changed.
  private let done: @Sendable (Bool) -> [Effect]
  private var entries: [[String]]
  private var selection = Selection()
  /// The entry whose parts are being typed.
  private(set) var draft: EntryDraft?

  /// - Throws: where the text has an entry with more parts than there can be.
  init(
    field: String, parts: [Part], text: String, check: @escaping Check,
    done: @escaping @Sendable (Bool) -> [Effect]
  ) throws(FieldProblem) {
    (self.field, self.parts, original) = (field, parts, text)
    (self.check, self.done) = (check, done)
    entries = []
    for entry in ListText.entries(of: text) {
      let texts = ListText.parts(of: entry)
      guard texts.count <= parts.count else { throw .tooManyParts(entry, parts.count) }
      entries.append(texts + Array(repeating: "", count: parts.count - texts.count))
    }
  }

  var placement: Placement { .sheet(rows: 10) }
  var isTyping: Bool { draft != nil }
  var isListing: Bool { draft == nil }
  private var hasEntry: Bool { isListing && entries.indices.contains(selection.index) }
  /// The record that the entry under the cursor names.
  private var linked: RecordReference? {
    guard hasEntry else { return nil }
    return Entry.items(parts).references(in: ListText.entry(parts: entries[selection.index])).first
  }

  func heading(_ look: Look) -> [Span] { [Span(": \(look.phrases.label("field", field))", .heading)] }

  func status(_ look: Look) -> [Span] {
    guard let draft else { return entries.isEmpty ? [Span(look.say(.itemsNone), .quiet)] : [] }
    return draft.hint(look)
  }

  func asks(_ look: Look) -> [Ask<Self>] {
    guard let window = draft?.search else { return [] }
    return [Ask(window) { $0.draft?.suggestions = $1.rows.map(\.stakeholder) }]
  }

  static let commands: [Command<ItemsSheet>] =
    listCommands + moves(in: \.selection, when: \.isListing) + draftCommands

  private static let listCommands: [Command<ItemsSheet>] = [
    Command("items.edit", .commandEdit, ["Enter", "e"], rank: 1, when: \.hasEntry) { sheet, _ in
      sheet.draft = EntryDraft(
        sheet.parts, texts: sheet.entries[sheet.selection.index], at: sheet.selection.index)
      return []
    },
    Command("items.new", .commandNew, ["n"], rank: 2, when: \.isListing) { sheet, look in
      sheet.draft = EntryDraft(sheet.parts, on: look.asOf, at: sheet.entries.count)
      return []
    },
    Command("items.remove", .commandRemove, ["D", "Del"], rank: 3, when: \.hasEntry) { sheet, _ in
      sheet.entries.remove(at: sheet.selection.index)
      return sheet.filled
    },
    Command("items.moveDown", .commandMoveDown, ["J", "Ctrl-Down"], rank: 5, when: \.hasEntry) {
      sheet, _ in
      sheet.shift(by: 1)
    },
    Command("items.moveUp", .commandMoveUp, ["K", "Ctrl-Up"], when: \.hasEntry) { sheet, _ in
      sheet.shift(by: -1)
    },
    Command("items.follow", .commandGoThere, ["o"], rank: 6, when: { $0.linked != nil }) { sheet, _ in
      sheet.linked.map { [.close] + sheet.done(sheet.isChanged) + [.go(Destination($0.kind, $0.id))] } ?? []
    },
    Command("items.line", .commandTypeLine, ["t"], rank: 7, when: \.isListing) { _, _ in [.close] },
    Command("items.back", .commandBack, ["Esc", "Ctrl-S", "F2"], rank: 4, when: \.isListing) { sheet, _ in
      [.close] + sheet.done(sheet.isChanged)
    },
  ]

  private static let draftCommands: [Command<ItemsSheet>] = [
    Command("items.next", .commandNextPart, ["Enter"], rank: 1, when: \.isTyping) { sheet, _ in
      if sheet.draft?.take() == true { return sheet.filled }
      guard sheet.draft?.isAtEnd == true else {
        sheet.draft?.move(by: 1)
        return []
      }
      return sheet.accept()
    },
    Command("items.accept", .commandAccept, ["Ctrl-S", "F2"], rank: 2, when: \.isTyping) { sheet, _ in
      sheet.accept()
    },
    .moving("items.partDown", .commandNextField, ["Down"], when: \.isTyping) { $0.draft?.down() },
    .moving("items.partUp", .commandPreviousField, ["Up"], when: \.isTyping) { $0.draft?.up() },
    .moving("items.partNext", .commandNextField, ["Tab"], when: \.isTyping) { $0.draft?.move(by: 1) },
    .moving("items.partPrevious", .commandPreviousField, ["Shift-Tab"], when: \.isTyping) {
      $0.draft?.move(by: -1)
    },
    Command("items.cancel", .commandCancel, ["Esc"], rank: 3, when: \.isTyping) { sheet, _ in
      sheet.draft = nil
      return sheet.filled
    },
  ]

  // MARK: Changing

  private var isChanged: Bool { text(of: entries) != original }

  private func text(of entries: [[String]]) -> String {
    entries.map { ListText.entry(parts: $0) }.joined(separator: "; ")
  }

  /// The field's whole text, with what is being typed in it.
  var filling: Filling? {
    var all = entries
    if let draft {
      if draft.index < all.count { all[draft.index] = draft.typed } else { all.append(draft.typed) }
    }
    return .field(field, text: text(of: all.filter { !$0.allSatisfy(\.isEmpty) }))
  }

  private var filled: [Effect] { filling.map { [.fill($0)] } ?? [] }

  private mutating func shift(by step: Int) -> [Effect] {
    let next = selection.index + step
    guard entries.indices.contains(next) else { return [] }
    entries.swapAt(selection.index, next)
    selection.index = next
    return filled
  }

  /// Takes the entry into the list where it is valid; else the cursor goes to the part that is not.
  private mutating func accept() -> [Effect] {
    guard draft?.check(check) == true, let draft else { return [] }
    if draft.index < entries.count {
      entries[draft.index] = draft.texts
    } else {
      entries.append(draft.texts)
    }
    selection.index = draft.index
    self.draft = nil
    return filled
  }

  mutating func type(_ chord: KeyChord, look: Look) -> [Effect]? {
    guard draft?.type(chord) == true else { return nil }
    return filled
  }

  mutating func paste(_ text: String) -> Bool { draft?.paste(text) ?? false }

  // MARK: Drawing

  mutating func fit(to size: Size, look: Look) {
    draft?.fit(look)
    selection.fit(count: entries.count, height: size.rows)
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    if let draft { return draft.draw(on: &canvas, in: area, look: look) }
    let table = ListTable<[String]>(
      columns: [
        .init(
          "", 0,
          text: { entry in
            FieldWords.entries(field, parts, ListText.entry(parts: entry), look).first ?? ""
          })
      ], margin: 2)
    table.draw(entries, selection, on: &canvas, in: area, hasCursor: true)
    if entries.isEmpty { table.draw(nothing: look.say(.notStated), on: &canvas, in: area, hasCursor: true) }
  }
}
