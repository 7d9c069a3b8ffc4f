import Model
import Office
import Phrases
import Store
import Terminal

/// The views that people gave a name: this person's own, and those that all share.
struct ViewsPane: Pane {
  static let name = "views"
  static let title = PhraseKey.paneViews

  /// What is looked at now, to be kept.
  private let current: SavedView
  private let who: String
  private var views: [SavedView] = []
  private var selection = Selection()

  init(_ current: SavedView, who: String) {
    self.current = current
    self.who = who
  }

  var placement: Placement { .sheet(rows: 12) }

  private var selected: SavedView? {
    views.indices.contains(selection.index) ? views[selection.index] : nil
  }

  func asks(_ look: Look) -> [Ask<Self>] { [Ask(SavedViews()) { $0.views = $1 }] }

  var place: String { selected?.id ?? "" }
  mutating func stand(at place: String) {
    selection.index = views.firstIndex { $0.id == place } ?? selection.index
  }

  static let commands: [Command<ViewsPane>] = [
    Command("views.apply", .commandApplyView, ["Enter"], rank: 1, unless: lacking(\.selected)) { pane, _ in
      guard let view = pane.selected else { return [] }
      let table: [Effect] = Grouping(view.group) == nil ? [] : [.run("stakeholder.pivot")]
      return [.close, .steer(.view(view))] + table + [.announce(Phrase(.viewShown, .text(view.name)))]
    },
    Command("views.new", .commandKeepView, ["n"], rank: 2, needs: .edit) { pane, _ in
      [.present(namePrompt(pane.current, who: pane.who))]
    },
    Command("views.overwrite", .commandOverwrite, ["o"], rank: 3, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      pane.edit(Phrase(.viewKept, .text(pane.selected?.name ?? ""))) { view, current in
        (view.query, view.columns, view.sort, view.group) = (
          current.query, current.columns, current.sort, current.group
        )
      }
    },
    Command("views.rename", .commandRename, ["r"], rank: 4, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      pane.selected.map { [.present(renamePrompt($0))] } ?? []
    },
    Command("views.share", .commandShare, ["p"], rank: 5, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      let isShared = pane.selected?.owner.isEmpty == true
      let who = pane.who
      let name = Phrase.Argument.text(pane.selected?.name ?? "")
      return pane.edit(Phrase(isShared ? .viewPersonalNow : .viewSharedNow, name)) { view, _ in
        view.owner = isShared ? who : ""
      }
    },
    Command("views.remove", .commandRemove, ["D"], rank: 6, needs: .edit, unless: lacking(\.selected)) {
      pane, _ in
      guard let view = pane.selected else { return [] }
      return [.apply(RemoveRecord(view), then: [.announce(Phrase(.removed, .text(view.name), .text("u")))])]
    },
    .moving("views.down", .commandDown, ["Down", "j"]) { $0.selection.move(by: 1, count: $0.views.count) },
    .moving("views.up", .commandUp, ["Up", "k"]) { $0.selection.move(by: -1, count: $0.views.count) },
  ]

  private func edit(_ news: Phrase, _ change: (inout SavedView, SavedView) -> Void) -> [Effect] {
    guard let view = selected else { return [] }
    var edited = view
    change(&edited, current)
    return [.apply(EditRecord(base: view, edited: edited), then: [.announce(news)])]
  }

  /// Asks for a name and keeps what is looked at under it, for this person alone.
  static func namePrompt(_ current: SavedView, who: String) -> LinePrompt {
    LinePrompt(Phrase(.viewNameQuestion), title: .paneView) { name in
      var view = SavedView(id: NewID.make())
      (view.name, view.owner, view.query, view.columns) = (name, who, current.query, current.columns)
      (view.sort, view.group) = (current.sort, current.group)
      return .effects([
        .apply(AddRecord(view), closing: true, then: [.announce(Phrase(.viewKept, .text(name)))])
      ])
    }
  }

  private static func renamePrompt(_ view: SavedView) -> LinePrompt {
    LinePrompt(Phrase(.viewNameQuestion), title: .paneView, text: view.name) { name in
      var edited = view
      edited.name = name
      return .effects([
        .apply(
          EditRecord(base: view, edited: edited), closing: true,
          then: [.announce(Phrase(.saved, .text(name)))])
      ])
    }
  }

  mutating func fit(to size: Size, look: Look) {
    // A heading above each part, and a blank line between them.
    selection.fit(count: views.count, height: max(1, size.rows - 3))
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    var row = area.row
    if views.isEmpty { canvas.text(look.say(.viewsNone), row: row, column: 2, ink: .quiet, clip: area) }
    var owner: String?
    for index in views.indices.dropFirst(selection.top) where row < area.endRow {
      let view = views[index]
      if owner != view.owner {
        if owner != nil { row += 1 }
        owner = view.owner
        let heading = look.say(view.owner.isEmpty ? .viewsShared : .viewsOwn)
        canvas.text(heading, row: row, column: 2, ink: .heading, clip: area)
        row += 1
      }
      draw(view, isSelected: index == selection.index, on: &canvas, row: row, area: area, look: look)
      row += 1
    }
  }

  private func draw(
    _ view: SavedView, isSelected: Bool, on canvas: inout Canvas, row: Int, area: Rect, look: Look
  ) {
    guard row < area.endRow else { return }
    let width = min(30, area.columns / 3)
    canvas.text(view.name, row: row, column: 2, width: width)
    let query = StakeholderQuery(view.query, language: look.language, today: look.asOf)
    let sort = StakeholderSort(kept: view.sort).map {
      look.phrases.label("field", $0.column) + ($0.isAscending ? " ▲" : " ▼")
    }
    let group = Grouping(view.group)?.dimensions.map { look.phrases.label("field", $0.rawValue) }
    let parts = [
      query.text(in: .of(look.language)), group?.joined(separator: " × ") ?? "", sort ?? "",
    ]
    let said = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    canvas.text(said, row: row, column: width + 4, width: area.columns - width - 5, ink: .quiet)
    guard isSelected else { return }
    canvas.text("▌", row: row, column: 0, ink: .marker)
    canvas.cursor = Point(row: row, column: 0)
  }
}
