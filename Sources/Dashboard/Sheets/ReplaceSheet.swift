import Interchange
import Office
import Phrases
import Terminal

/// Asks once more before files are replaced that stand where somebody wants to write: no key that goes on elsewhere,
/// as Enter does, says yes.
struct ReplaceSheet: Pane {
  static let name = "replace"
  static let title = PhraseKey.paneReplace

  private let files: [StandingFile]
  /// What writes, once it may replace them.
  private let errand: any WritingErrand

  init(_ files: [StandingFile], _ errand: any WritingErrand) { (self.files, self.errand) = (files, errand) }

  var placement: Placement { .sheet(rows: 4) }

  static let commands: [Command<ReplaceSheet>] = [
    Command("replace.accept", .commandReplace, ["r"], rank: 1) { sheet, _ in [.errand(sheet.errand)] }
  ]

  /// Two files by name, size and age; of more only how many.
  private func lines(_ look: Look, columns: Int) -> [String] {
    let named = files.prefix(files.count > 2 ? 1 : 2).map { file in
      look.say(.replaceStands, .number(file.size), .text(file.path), .text(look.moment(file.changed)))
    }
    let more = files.count > 2 ? [look.say(.replaceMore, .number(files.count - 1))] : []
    let lines = (named + more).flatMap { Wrapping.lines($0, columns: columns) }
    return lines.prefix(3) + [look.say(.replaceQuestion, .number(files.count))]
  }

  func draw(on canvas: inout Canvas, in area: Rect, look: Look) {
    canvas.page(lines(look, columns: area.columns - 4).map { [Span($0)] }, in: area, margin: 2)
  }
}
