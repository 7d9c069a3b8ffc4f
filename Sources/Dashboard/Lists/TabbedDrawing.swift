import Model
import Office
import Phrases
import Terminal

extension TabbedPane {
  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    drawHead(on: &canvas, in: area, look: look)
    let body = area.inset(top: headRows(look))
    let list = body.split(left: tabs.listColumns).left
    drawList(on: &canvas, in: list, look: look)
    guard tab.hasSide, tabs.size.isWide else { return }
    drawSide(on: &canvas, in: area.inset(left: tabs.size.sideColumn), look: look)
  }

  /// The tabs and how the list stands; or the words looked for, and then how it stands where there is room for both.
  private func drawHead(on canvas: inout Canvas, in area: Rect, look: Look) {
    // Beside the list stands the title of its record.
    let line = area.split(top: 1).top.split(left: tabs.listColumns).left
    let tabLine = TabLine(
      names: Tab.allCases.map { look.say(Phrase($0.title)) }, shown: Tab.allCases.firstIndex(of: tab) ?? 0)
    let used = tabLine.draw(on: &canvas, in: line)
    let search = tab.isSearched && tabs.search.isOpen ? tabs.search : nil
    guard let figures = figures(look) else {
      search?.draw(on: &canvas, in: line.inset(left: used))
      return
    }
    var rest = Rect(row: area.row + 1, column: area.column, rows: 1, columns: tabs.listColumns)
    if let search {
      let (left, right) = rest.split(left: figures.isEmpty ? rest.columns : rest.columns / 2 + 3)
      search.draw(on: &canvas, in: left)
      rest = right
    }
    canvas.spans(figures, row: rest.row, column: rest.column + 1, width: max(0, rest.columns - 2))
  }

  func drawList(on canvas: inout Canvas, in area: Rect, look: Look) {
    drawRows(on: &canvas, in: area, look: look)
  }

  func drawRows(on canvas: inout Canvas, in area: Rect, look: Look) {
    let hasWords = tab.isSearched && !tabs.search.words.trimmed.isEmpty
    let nothing = !isKnown ? Phrase(.working) : hasWords ? Phrase(.listNotFound) : self.nothing
    list(tab).draw(
      selection(in: tab), else: nothing, on: &canvas, in: area, look: look, hasCursor: isListing)
  }

  func drawSide(on canvas: inout Canvas, in area: Rect, look: Look) {
    guard let record else { return }
    record.draw(with: links(of: record, look), on: &canvas, in: area, look: look)
  }
}

extension Record {
  /// The record as it is looked at beside its list: its title, its fields, what it is linked to.
  func draw(with links: [RecordLink], on canvas: inout Canvas, in area: Rect, look: Look) {
    var editor = RecordEditor(self, mode: .view)
    editor.links = links
    editor.drawTitle(on: &canvas, in: area, look: look)
    let body = area.inset(top: RecordEditor<Self>.titleRows)
    editor.drawWhole(on: &canvas, in: body, clip: body, look: look)
  }
}
