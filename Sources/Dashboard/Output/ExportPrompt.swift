import Interchange
import Model
import Office
import Phrases
import Store
import Terminal

/// One thing of a pane that can be put out: what it is called, and what it is.
public struct ExportChoice: Sendable {
  let title: Phrase
  let what: Exported
  /// The beginning of the name of its file.
  let name: String
}

/// A text of a pane that can be copied, and what it is called.
public struct CopyChoice: Sendable, Identifiable {
  public let id: Int
  let label: String
  let text: String
}

extension Shell {
  /// Getting things out: the same keys in every pane.
  static let outputCommands: [Command<Shell>] = [
    Command("output.export", .commandExport, ["Ctrl-E"], when: \.hasOutput) { shell, look in
      let choices = shell.top.exports(look)
      return choices.isEmpty
        ? [.announce(Phrase(.exportNothing))] : [.present(LinesSheet.export(choices, look))]
    },
    Command("output.copy", .commandCopy, ["Ctrl-Y"], when: \.hasOutput) { shell, look in
      let choices = shell.top.copies(look)
      return choices.isEmpty ? [.announce(Phrase(.copyNothing))] : [.present(CopySheet(choices))]
    },
  ]

  /// A page or a list is on top, not a question or something typed in.
  private var hasOutput: Bool {
    if top.isTyping || top is HelpPane || top is PalettePane { return false }
    if case .sheet = top.placement { return false }
    return true
  }
}

extension LinesSheet {
  private static let file = "file"
  private static let printer = "printer"

  /// Asks what is put out, how, and where to: a file, or the printer where the host has one.
  static func export(_ choices: [ExportChoice], _ look: Look) -> LinesSheet {
    let printer = Printer()
    let titles = choices.map { look.say($0.title) }
    let formats = ExportFormat.allCases.filter { format in
      choices.contains { $0.what.formats.contains(format) }
    }
    let lines = [
      Line(
        label: Phrase(.exportWhat), entry: .choice(choices.indices.map(String.init)), text: "0",
        word: { code, _ in Int(code).map { titles[$0] } ?? "" }),
      Line(
        label: Phrase(.exportFormat), entry: .choice(formats.map(\.rawValue)), text: formats[0].rawValue,
        word: { code, look in ExportFormat(rawValue: code)?.name(look) ?? "" },
        codes: { texts in
          guard let place = Int(texts[0]), choices.indices.contains(place) else { return [] }
          return formats.filter { choices[place].what.formats.contains($0) }.map(\.rawValue)
        }),
      Line(
        label: Phrase(.exportTo), entry: .choice([file] + (printer == nil ? [] : [Self.printer])), text: file,
        hint: printer == nil ? .exportNoPrinter : nil,
        word: { code, look in look.say(code == file ? .exportFile : .exportPrinter) }),
    ]
    // A choice that was left would put out something else than what is on the screen.
    return LinesSheet(.paneExport, lines, isKept: false) { texts in
      guard let place = Int(texts[0]), choices.indices.contains(place),
        let format = ExportFormat(rawValue: texts[1])
      else { return .problem(line: 0, Phrase(.problemMissing)) }
      let choice = choices[place]
      if texts[2] == Self.printer, let printer {
        guard choice.what.isPrinted else { return .problem(line: 0, Phrase(.exportNotPrinted)) }
        return .effects([.close, .errand(PrintErrand(choice.what, on: printer, look))])
      }
      guard choice.what.formats.contains(format) else {
        let names = choice.what.formats.map { $0.name(look) }
        return .problem(line: 1, Phrase(.exportFormats, .text(look.list(names))))
      }
      return .effects([
        .close, .present(FilePrompt.export(choice, as: format, look)),
      ])
    }
  }
}

extension FilePrompt {
  /// Asks where what is put out is to stand.
  fileprivate static func export(_ choice: ExportChoice, as format: ExportFormat, _ look: Look) -> FilePrompt
  {
    let name = "\(choice.name).\(format.ending)"
    let recent = look.preferences[preference]?.split(separator: "\n").first {
      $0.hasSuffix("." + format.ending)
    }
    let folder = recent.flatMap { path in path.lastIndex(of: "/").map { String(path[...$0]) } } ?? "~/"
    return writing(Phrase(.exportPath), title: .paneExport, folder + name) {
      ExportErrand(choice.what, as: format, to: $0, look)
    }
  }
}

/// What of a row or a record can be handed to the terminal's clipboard; one of them is.
struct CopySheet: ListPane {
  static let name = "copy"
  static let title = PhraseKey.paneCopy

  /// So many bytes fit: terminals leave out what is longer.
  static let most = 48 * 1_024

  var list: RowList<CopyChoice>
  let nothing = Phrase(.copyNothing)

  init(_ choices: [CopyChoice]) { list = RowList(choices) }

  var placement: Placement { .sheet(rows: min(12, max(3, list.count))) }

  static let commands: [Command<CopySheet>] =
    [
      Command("copy.send", .commandCopy, ["Enter", "Ctrl-Y"], rank: 1, unless: lacking(\.selected)) {
        sheet, _ in
        guard let chosen = sheet.selected else { return [] }
        guard chosen.text.utf8.count <= most else { return [.announce(Phrase(.copyTooLong))] }
        return [.close, .copy(chosen.text), .announce(Phrase(.copied, .text(chosen.label)))]
      }
    ] + moves

  func table(_ look: Look, columns: Int) -> ListTable<CopyChoice> {
    ListTable(
      columns: [
        .init("", 22) { Span($0.label, .quiet) },
        .init("", 0, text: { $0.text.replacing("\t", with: " · ") }),
      ], margin: 2)
  }
}
