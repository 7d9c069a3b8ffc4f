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

  /// An entry of the list, by its parts.
  private struct Line: Sendable {
    var texts: [String]
    /// Somebody left it half typed: it stands as it was typed, valid or not.
    var isUnfinished = false
  }

  let field: String
  let parts: [Part]
  private let check: Check
  /// Whether what lies below is written with it: a field that is edited in place, not a form.
  private let isSaving: Bool
  /// What follows when it closes: whether what it holds is to be written.
  private let done: @Sendable (Bool) -> [Effect]
  private var entries: [Line]
  private var selection = Selection()
  /// The entry whose parts are being typed.
  private(set) var draft: EntryDraft?

  /// - Throws: where the text has an entry with more parts than there can be.
  init(
    field: String, parts: [Part], text: String, isSaving: Bool, check: @escaping Check,
    done: @escaping @Sendable (Bool) -> [Effect]
  ) throws(FieldProblem) {
    (self.field, self.parts) = (field, parts)
    (self.isSaving, self.check, self.done) = (isSaving, check, done)
    entries = []
    for entry in ListText.entries(of: text) {
      let texts = ListText.parts(of: entry)
      guard texts.count <= parts.count else { throw .tooManyParts(entry, parts.count) }
      entries.append(Line(texts: texts + Array(repeating: "", count: parts.count - texts.count)))
    }
  }

  var placement: Placement { .sheet(rows: 10) }
  var isTyping: Bool { draft != nil }
  var isListing: Bool { draft == nil }
  private var isListingToSave: Bool { isListing && isSaving }
  private var isListingInForm: Bool { isListing && !isSaving }
  private var hasEntry: Bool { isListing && entries.indices.contains(selection.index) }
  /// The record that the entry under the cursor names.
  private var linked: RecordReference? {
    guard hasEntry else { return nil }
    return Entry.items(parts).references(in: ListText.entry(parts: entries[selection.index].texts)).first
  }

  func heading(_ look: Look) -> [Span] { [Span(" · \(look.phrases.label("field", field))", .heading)] }

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
    Command("items.save", .commandSave, ["Ctrl-S", "F2"], rank: 1, when: \.isListingToSave) { sheet, _ in
      sheet.finish()
    },
    Command("items.take", .commandAccept, ["Ctrl-S", "F2"], rank: 1, when: \.isListingInForm) { sheet, _ in
      sheet.finish()
    },
    Command("items.edit", .commandEdit, ["Enter", "e"], rank: 2, when: \.hasEntry) { sheet, _ in
      let line = sheet.entries[sheet.selection.index]
      sheet.draft = EntryDraft(sheet.parts, texts: line.texts, at: sheet.selection.index)
      return []
    },
    Command("items.new", .commandNew, ["n"], rank: 3, when: \.isListing) { sheet, look in
      sheet.draft = EntryDraft(sheet.parts, on: look.asOf, at: sheet.entries.count)
      return []
    },
    Command("items.remove", .commandRemove, ["D", "Del"], rank: 4, when: \.hasEntry) { sheet, _ in
      sheet.entries.remove(at: sheet.selection.index)
      return sheet.filled
    },
    Command("items.moveDown", .commandMoveDown, ["J", "Ctrl-Down"], rank: 6, when: \.hasEntry) {
      sheet, _ in
      sheet.shift(by: 1)
    },
    Command("items.moveUp", .commandMoveUp, ["K", "Ctrl-Up"], when: \.hasEntry) { sheet, _ in
      sheet.shift(by: -1)
    },
    Command("items.follow", .commandGoThere, ["o"], rank: 7, when: { $0.linked != nil }) { sheet, _ in
      sheet.linked.map { [.close] + sheet.done(false) + [.go(Destination($0.kind, $0.id))] } ?? []
    },
    Command("items.line", .commandTypeLine, ["t"], rank: 8, when: \.isListing) { _, _ in [.close] },
    Command("items.back", .commandBack, ["Esc"], rank: 5, when: \.isListing) { sheet, _ in
      [.close] + sheet.done(false)
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
    Command("items.cancel", .commandBack, ["Esc"], rank: 3, when: \.isTyping) { sheet, _ in
      sheet.leaveEntry()
    },
  ]

  // MARK: Changing

  /// The field's whole text, with what is being typed in it.
  var filling: Filling? {
    var all = entries.map(\.texts)
    if let draft {
      if draft.index < all.count { all[draft.index] = draft.typed } else { all.append(draft.typed) }
    }
    let whole = all.filter { !$0.allSatisfy(\.isEmpty) }.map { ListText.entry(parts: $0) }
    return .field(field, text: whole.joined(separator: "; "))
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
    put(Line(texts: draft.texts), at: draft.index)
    return filled
  }

  /// Puts what was typed in the list, and the cursor on it.
  private mutating func put(_ line: Line, at index: Int) {
    if index < entries.count { entries[index] = line } else { entries.append(line) }
    selection.index = index
    draft = nil
  }

  /// Goes back to the list. What was typed stands there as it was typed: neither checked, nor lost.
  private mutating func leaveEntry() -> [Effect] {
    guard let draft, draft.isChanged else {
      self.draft = nil
      return filled
    }
    put(Line(texts: draft.typed, isUnfinished: true), at: draft.index)
    return filled + [.announce(Phrase(.entryKept, .text("Ctrl-S"), .text("D")))]
  }

  /// Closes it for good: what was left half typed has to be valid first, and the cursor goes to what is not.
  private mutating func finish() -> [Effect] {
    for (index, line) in entries.enumerated() where line.isUnfinished {
      var draft = EntryDraft(parts, texts: line.texts, at: index)
      guard draft.check(check) else {
        self.draft = draft
        return filled
      }
      entries[index] = Line(texts: draft.texts)
    }
    return filled + [.close] + done(true)
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
    let table = ListTable<Line>(
      columns: [
        .init("", 0) { line in
          let text = FieldWords.entries(field, parts, ListText.entry(parts: line.texts), look).first ?? ""
          return Span(text, line.isUnfinished ? .quiet : .text)
        }
      ], margin: 2)
    table.draw(entries, selection, on: &canvas, in: area, hasCursor: true)
    if entries.isEmpty { table.draw(nothing: look.say(.notStated), on: &canvas, in: area, hasCursor: true) }
  }
}
